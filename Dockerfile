FROM python:3.13-slim AS build
WORKDIR /src
COPY requirements-bootstrap.txt requirements.txt ./
RUN pip install --no-cache-dir --require-hashes -r requirements-bootstrap.txt \
    && python -m venv /opt/samband \
    && /opt/samband/bin/python -m pip install --no-cache-dir --require-hashes -r requirements.txt
COPY . .
RUN pip wheel --no-deps --no-build-isolation --wheel-dir /wheels . \
    && /opt/samband/bin/python -m pip install --no-deps --no-index /wheels/*.whl

FROM python:3.13-slim
RUN useradd --system --uid 10001 --create-home --home-dir /var/lib/samband samband
COPY --from=build /opt/samband /opt/samband
ENV PATH=/opt/samband/bin:$PATH PYTHONUNBUFFERED=1 SAMBAND_HOME=/var/lib/samband
WORKDIR /var/lib/samband
USER samband
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/health/ready', timeout=4)"]
CMD ["samband", "serve", "--host", "0.0.0.0"]
