FROM python:3.11-slim

ENV PYTHONUNBUFFERED=1 PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
WORKDIR /app

COPY requirements.lock ./
RUN pip install --require-hashes -r requirements.lock

COPY pyproject.toml README.md LICENSE ./
COPY graph graph
COPY ingest ingest
COPY queries queries
COPY api api
RUN pip install --no-deps --no-build-isolation .

RUN useradd --create-home --uid 1000 arendegang
USER arendegang
WORKDIR /home/arendegang

EXPOSE 8000
CMD ["arendegang", "serve", "--host", "0.0.0.0"]
