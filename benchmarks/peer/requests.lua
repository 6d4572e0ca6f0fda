-- wrk: one request for each line of the file BODIES, in turn from the line FROM on; what came of it goes into RESULT.
local bodies = {}
for line in io.lines(os.getenv("BODIES")) do bodies[#bodies + 1] = line end
local at = tonumber(os.getenv("FROM"))
local headers = { ["Content-Type"] = "application/json" }
wrong = 0

function setup(thread) worker = thread end

function request()
  at = at % #bodies + 1
  return wrk.format("POST", nil, headers, bodies[at])
end

function response(status, _, body)
  if status ~= 200 or body:find('"errors"', 1, true) then wrong = wrong + 1 end
end

function done(summary, latency)
  local result = io.open(os.getenv("RESULT"), "w")
  local failed = summary.errors
  result:write(string.format('{"responses": %d, "microseconds": %d, "wrong": %d, "unanswered": %d, "late": %d, "latencies": [',
    summary.requests, summary.duration, worker:get("wrong"), failed.connect + failed.read + failed.write, failed.timeout))
  for each = 1, #latency do
    local microseconds, how_often = latency(each)
    result:write(string.format("%s[%d, %d]", each > 1 and ", " or "", microseconds, how_often))
  end
  result:write("]}\n")
  result:close()
end
