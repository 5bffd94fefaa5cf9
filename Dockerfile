# syntax=docker/dockerfile:1
FROM python:3.12-slim AS build
WORKDIR /src
COPY requirements.lock requirements-dev.lock ./
# Two environments: one to build the wheel with, which stays behind, and the one that is shipped, model included.
RUN python -m venv /build \
 && /build/bin/pip install --no-cache-dir --quiet --require-hashes --requirement requirements-dev.lock \
 && python -m venv /opt/timeline \
 && /opt/timeline/bin/pip install --no-cache-dir --quiet --require-hashes --requirement requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY timeline timeline
COPY service service
COPY migrations migrations
RUN /build/bin/python -m hatchling build --target wheel --directory /wheel \
 && /opt/timeline/bin/pip install --no-cache-dir --quiet --no-deps --no-index /wheel/*.whl

FROM python:3.12-slim
COPY --from=build /opt/timeline /opt/timeline
RUN useradd --system --uid 10001 --home-dir /data --create-home timeline
USER timeline
WORKDIR /data
VOLUME /data
ENV PATH=/opt/timeline/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    TIMELINE_DATABASE=sqlite:////data/timeline.db
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/healthz', timeout=4)"]
# Outside loopback write calls need a key: start with -e TIMELINE_API_KEY=…
CMD ["timeline", "serve", "--host", "0.0.0.0", "--port", "8000"]
