"use strict";
// Draws the map whose data stands in #map-data. Text goes to the page as text only, and comes from the data only.
(() => {
  const block = document.getElementById("map-data");
  if (!block) return;
  const map = JSON.parse(block.textContent);
  const texts = map.texts;
  const find = (id) => document.getElementById(id);
  const [canvas, panel, said] = ["map-canvas", "map-panel", "map-said"].map(find);
  const { width, height } = map.card;
  const FONT = 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
  const INK = "#1a2433", QUIET = "#55637a", MARK = "#0b5cad", FAINT = 0.13;
  const off = new Set();
  let lit = null;

  // --- Shapes

  const corners = (ctx, x, y, r, count, turn = -Math.PI / 2, inner = 1) => {
    ctx.beginPath();
    for (let i = 0; i < count; i++) {
      const far = i % 2 ? r * inner : r, angle = turn + (i * 2 * Math.PI) / count;
      ctx.lineTo(x + far * Math.cos(angle), y + far * Math.sin(angle));
    }
    ctx.closePath();
  };
  const shapes = {
    box: (ctx, x, y, r) => { ctx.beginPath(); ctx.roundRect(x - r, y - r * 0.75, 2 * r, 1.5 * r, 2); },
    square: (ctx, x, y, r) => { ctx.beginPath(); ctx.rect(x - r * 0.85, y - r * 0.85, r * 1.7, r * 1.7); },
    dot: (ctx, x, y, r) => { ctx.beginPath(); ctx.arc(x, y, r * 0.8, 0, 2 * Math.PI); },
    ellipse: (ctx, x, y, r) => { ctx.beginPath(); ctx.ellipse(x, y, r * 1.15, r * 0.7, 0, 0, 2 * Math.PI); },
    diamond: (ctx, x, y, r) => corners(ctx, x, y, r, 4),
    hexagon: (ctx, x, y, r) => corners(ctx, x, y, r, 6, 0),
    triangle: (ctx, x, y, r) => corners(ctx, x, y + r * 0.2, r, 3),
    triangleDown: (ctx, x, y, r) => corners(ctx, x, y - r * 0.2, r, 3, Math.PI / 2),
    star: (ctx, x, y, r) => corners(ctx, x, y, r * 1.1, 10, -Math.PI / 2, 0.45),
    database: (ctx, x, y, r) => {
      ctx.beginPath();
      ctx.ellipse(x, y - r * 0.6, r * 0.85, r * 0.35, 0, Math.PI, 0);
      ctx.lineTo(x + r * 0.85, y + r * 0.65);
      ctx.ellipse(x, y + r * 0.65, r * 0.85, r * 0.35, 0, 0, Math.PI);
      ctx.closePath();
    },
    line: (ctx, x, y, r) => { ctx.beginPath(); ctx.moveTo(x - r, y); ctx.lineTo(x + r, y); },
  };

  // Dotted is assumed, dashed is made up as an example.
  const dashes = (own) => (own.assumed ? [2, 4] : own.illustrative ? [6, 4] : []);
  const card = ({ ctx, id, x, y, state, label }) => {
    const own = map.cards[id], node = shown.get(id), left = x - width / 2, top = y - height / 2;
    return {
      drawNode() {
        ctx.save();
        ctx.globalAlpha = lit && !lit.has(id) ? FAINT : 1;
        ctx.fillStyle = own.subject ? "#fff6d6" : "#fff";
        ctx.strokeStyle = state.selected ? MARK : node.color;
        ctx.lineWidth = state.selected || own.subject ? 3.5 : state.hover ? 2.5 : 1.5;
        if (!state.selected) ctx.setLineDash(dashes(own));
        ctx.beginPath();
        ctx.roundRect(left, top, width, height, 6);
        ctx.globalAlpha = 1;
        if (lit && !lit.has(id)) ctx.fillStyle = "#fff";
        ctx.fill();
        ctx.globalAlpha = lit && !lit.has(id) ? FAINT : 1;
        ctx.stroke();
        ctx.setLineDash([]);
        ctx.fillStyle = node.color;
        shapes[node.mark](ctx, left + 18, y, 9);
        ctx.fill();
        const lines = label.split("\n"), rows = lines.length + (own.note ? 1 : 0);
        ctx.textBaseline = "middle";
        ctx.textAlign = "left";
        ctx.fillStyle = INK;
        ctx.font = `${own.subject ? "600 " : ""}14.5px ${FONT}`;
        const at = (i) => y + (i - (rows - 1) / 2) * 17;
        lines.forEach((line, i) => ctx.fillText(line, left + 34, at(i), width - 40));
        ctx.fillStyle = QUIET;
        ctx.font = `12px ${FONT}`;
        if (own.note) ctx.fillText(own.note, left + 34, at(rows - 1), width - 40);
        ctx.restore();
      },
      nodeDimensions: { width, height },
    };
  };

  // --- The network

  const shown = new vis.DataSet(map.nodes.map((node) => ({ ...node, mark: node.shape, shape: "custom", ctxRenderer: card })));
  const stroke = (edge) => {
    const own = map.strokes[edge.id], faint = lit && !lit.has(edge.id), plain = !lit && !map.words_on_lines;
    return {
      id: edge.id, from: edge.from, to: edge.to, dashes: own.assumed || edge.dashes ? dashes({ ...own, illustrative: edge.dashes }) : false,
      hidden: off.has(own.group) || off.has(map.cards[edge.from].group) || off.has(map.cards[edge.to].group),
      color: { color: edge.color, highlight: edge.color, hover: edge.color, opacity: faint ? FAINT / 2 : plain ? 0.55 : 1 },
      width: lit && !faint ? 2.2 : 1.3,
      smooth: own.bend ? { enabled: true, type: own.bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(own.bend) } : { enabled: false },
    };
  };
  const lines = new vis.DataSet(map.edges.map(stroke));
  const network = new vis.Network(canvas, { nodes: shown, edges: lines }, map.options);
  const redraw = () => {
    lines.update(map.edges.map(stroke));
    shown.update(map.nodes.map((node) => ({ id: node.id, hidden: off.has(map.cards[node.id].group) })));
  };

  network.on("beforeDrawing", (ctx) => {
    ctx.save();
    ctx.textBaseline = "middle";
    map.areas.forEach((area, i) => {
      const { x, y, width: w, height: h } = area;
      if (area.row) {
        ctx.fillStyle = i % 2 ? "#f7f9fb" : "#eef2f6";
        ctx.beginPath();
        ctx.roundRect(x, y, w, h, 8);
        ctx.fill();
      }
    });
    for (const area of map.areas) {
      const { x, y, width: w, height: h, lines: words } = area;
      ctx.fillStyle = area.row ? INK : QUIET;
      ctx.font = `600 ${area.row ? 16 : 18}px ${FONT}`;
      ctx.textAlign = area.row ? "left" : "center";
      words.forEach((line, i) => {
        if (area.row) ctx.fillText(line, x + 12, y + h / 2 + (i - (words.length - 1) / 2) * 19, 140);
        else ctx.fillText(line, x + w / 2, y - 20, w + 56);
      });
    }
    ctx.restore();
  });

  network.on("afterDrawing", (ctx) => {
    if (!lit && !map.words_on_lines) return;
    ctx.save();
    ctx.font = `12.5px ${FONT}`;
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    for (const edge of lines.get()) {
      if (edge.hidden || (lit && !lit.has(edge.id))) continue;
      const { text, x, y } = map.strokes[edge.id].words, wide = ctx.measureText(text).width + 6;
      ctx.fillStyle = "rgba(255,255,255,.88)";
      ctx.fillRect(x - wide / 2, y - 8, wide, 16);
      ctx.fillStyle = INK;
      ctx.fillText(text, x, y);
    }
    ctx.restore();
  });

  const fit = (animation = false) => {
    const xs = map.nodes.map((n) => n.x), ys = map.nodes.map((n) => n.y);
    const boxes = map.areas.length ? map.areas : [];
    const left = Math.min(...xs.map((x) => x - width / 2), ...boxes.map((b) => b.x)) - 20;
    const right = Math.max(...xs.map((x) => x + width / 2), ...boxes.map((b) => b.x + b.width)) + 20;
    const top = Math.min(...ys.map((y) => y - height / 2), ...boxes.map((b) => b.y - (b.row ? 25 : 40))) - 10;
    const bottom = Math.max(...ys.map((y) => y + height / 2), ...boxes.map((b) => (b.row ? b.y + b.height + 25 : b.y))) + 10;
    const scale = Math.min(canvas.clientWidth / (right - left), canvas.clientHeight / (bottom - top), 1.3);
    network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale, animation });
  };

  // --- What a choice tells

  const element = (tag, text, of) => {
    const made = document.createElement(tag);
    if (text !== undefined && text !== null) made.textContent = text;
    if (of) made.className = of;
    return made;
  };
  const facts = (pairs) => {
    const list = element("dl");
    for (const [label, value] of pairs) {
      const said = element("dd", value);
      said.dir = "auto";
      list.append(element("dt", label), said);
    }
    return list;
  };
  const record = (each) => {
    const made = element("div", null, "map-record");
    const source = element("p");
    source.append(element("strong", each.source));
    if (each.section) source.append(`, ${texts.section.toLowerCase()} ${each.section}`);
    made.append(source);
    if (each.paraphrase) made.append(element("p", each.paraphrase));
    if (each.facts.length) made.append(facts(each.facts));
    made.append(each.illustrative ? element("span", each.evidence, "map-badge") : element("p", `${texts.evidence}: ${each.evidence}`, "map-small"));
    made.append(element("p", [each.dataset && `${texts.dataset}: ${each.dataset}`, each.place && `${texts.place}: ${each.place}`].filter(Boolean).join(" · "), "map-small"));
    return made;
  };
  const article = (details, tag) => {
    const made = element("article"), heading = element(tag, details.heading);
    heading.dir = "auto";
    made.append(element("p", details.sort, "map-sort"), heading);
    if (details.illustrative) made.append(element("span", texts.illustrative, "map-badge"));
    if (details.assumed) made.append(element("span", texts.assumed, "map-badge map-assumed"));
    for (const [text, address] of details.leads) {
      const link = element("a", texts[text]);
      link.href = address;
      made.append(element("p"));
      made.lastChild.append(link);
    }
    made.append(details.facts.length ? facts(details.facts) : element("p", texts.no_facts, "map-hint"));
    if (details.records.length) made.append(element("h3", texts.sources), ...details.records.map(record));
    return made;
  };
  const nameOf = (id) => map.cards[id].details.heading;
  const neighbours = (id) => map.edges.filter((e) => e.from === id || e.to === id || map.strokes[e.id].through.includes(id));
  const linesOf = (id) => {
    const list = element("ul");
    for (const edge of neighbours(id)) {
      const item = element("li"), button = element("button", `${nameOf(edge.from)} → ${nameOf(edge.to)}`);
      button.type = "button";
      button.append(element("small", map.strokes[edge.id].label));
      button.addEventListener("click", () => chooseLine(edge.id));
      item.append(button);
      list.append(item);
    }
    return list;
  };
  const show = (...parts) => { panel.replaceChildren(...parts); panel.scrollTop = 0; };
  const light = (ids) => { lit = ids; redraw(); };

  // Moves only when the card is out of sight or too small to read.
  const reach = (id) => {
    const own = map.nodes.find((node) => node.id === id), at = network.canvasToDOM(own);
    const inside = at.x > 90 && at.y > 40 && at.x < canvas.clientWidth - 90 && at.y < canvas.clientHeight - 40;
    if (!inside || network.getScale() < 0.4) network.moveTo({ position: own, scale: Math.max(network.getScale(), 0.6) });
  };
  const chooseCard = (id, move) => {
    const edges = neighbours(id);
    light(new Set([id, ...edges.flatMap((e) => [e.id, e.from, e.to, ...map.strokes[e.id].through])]));
    network.selectNodes([id], false);
    const parts = [article(map.cards[id].details, "h2")];
    if (edges.length) parts.push(element("h3", texts.lines), linesOf(id));
    show(...parts);
    if (move) reach(id);
  };
  const chooseLine = (id) => {
    const edge = map.edges.find((e) => e.id === id), own = map.strokes[id];
    light(new Set([id, edge.from, edge.to, ...own.through]));
    network.setSelection({ nodes: [], edges: [id] }, { highlightEdges: false });
    const head = element("h2", `${nameOf(edge.from)} → ${nameOf(edge.to)}`);
    const parts = [head, element("p", own.label, "map-sort")];
    if (own.through.length) parts.push(element("p", `${texts.through}: ${own.through.map(nameOf).join(", ")}`, "map-sort"));
    show(...parts, ...own.details.map((details) => article(details, "h3")));
  };
  const chooseNothing = () => { light(null); network.unselectAll(); show(element("p", texts.choose, "map-hint")); };

  network.on("click", ({ nodes, edges }) => {
    if (nodes.length) chooseCard(nodes[0]);
    else if (edges.length) chooseLine(edges[0]);
    else chooseNothing();
  });
  network.on("hoverNode", () => { canvas.style.cursor = "pointer"; });
  network.on("hoverEdge", () => { canvas.style.cursor = "pointer"; });
  network.on("blurNode", () => { canvas.style.cursor = ""; });
  network.on("blurEdge", () => { canvas.style.cursor = ""; });

  // --- Tools

  const zoom = (by) => network.moveTo({ scale: Math.min(4, Math.max(0.05, network.getScale() * by)) });
  find("map-in").addEventListener("click", () => zoom(1.25));
  find("map-out").addEventListener("click", () => zoom(0.8));
  find("map-fit").addEventListener("click", () => { chooseNothing(); fit(); });
  find("map-print").addEventListener("click", () => window.print());
  find("map-search").addEventListener("submit", (event) => {
    event.preventDefault();
    const wanted = find("map-query").value.trim().toLocaleLowerCase();
    const ids = map.nodes.map((node) => node.id), named = (test) => ids.find((id) => test(nameOf(id).toLocaleLowerCase()));
    const found = wanted && (named((name) => name === wanted) || named((name) => name.includes(wanted)));
    said.textContent = wanted && !found ? texts.not_found : "";
    if (found) chooseCard(found, true);
  });
  find("map-query").addEventListener("change", () => find("map-search").requestSubmit());
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") chooseNothing(); });
  find("map-list").addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.card) chooseCard(button.dataset.card, true);
    else chooseLine(button.dataset.stroke);
    panel.focus();
  });

  // --- Legend

  const swatch = (entry) => {
    const made = element("canvas"), ratio = 2, ctx = made.getContext("2d");
    made.width = 22 * ratio;
    made.height = 16 * ratio;
    ctx.scale(ratio, ratio);
    ctx.fillStyle = ctx.strokeStyle = entry.colour;
    ctx.lineWidth = 2.5;
    if (entry.dash) ctx.setLineDash(entry.dash);
    shapes[entry.shape](ctx, 11, 8, entry.shape === "line" ? 10 : 7);
    if (entry.shape === "line") ctx.stroke(); else ctx.fill();
    return made;
  };
  for (const entry of map.legend) {
    const label = element("label"), box = element("input");
    box.type = "checkbox";
    box.checked = true;
    box.addEventListener("change", () => {
      if (box.checked) off.delete(entry.group); else off.add(entry.group);
      label.classList.toggle("off", !box.checked);
      redraw();
    });
    label.append(box, swatch(entry), element("span", entry.label), element("i", String(entry.count)));
    find("map-legend").append(label);
  }
  const everything = [...Object.values(map.cards), ...Object.values(map.strokes)];
  const explained = (dash, text) => {
    const label = element("label");
    label.append(swatch({ shape: "line", colour: QUIET, dash }), element("span", text));
    find("map-legend").append(label);
  };
  if (map.edges.some((e) => e.dashes) || everything.some((each) => each.illustrative)) explained([4, 3], texts.some_illustrative);
  if (everything.some((each) => each.assumed)) explained([1.5, 2.5], texts.some_assumed);

  // --- Size and print

  let folded = true;
  window.addEventListener("beforeprint", () => { folded = !find("map-list").open; find("map-list").open = true; network.setSize("100%", "100%"); network.redraw(); fit(); });
  window.addEventListener("afterprint", () => { find("map-list").open = !folded; network.redraw(); fit(); });
  network.on("resize", () => fit());
  // vis-network learns the size of a drawn card only by drawing it; without this a card answers in its middle alone.
  network.redraw();
  for (const node of map.nodes) network.body.nodes[node.id].needsRefresh();
  network.redraw();
  fit();
  canvas.dataset.ready = "true";
})();
