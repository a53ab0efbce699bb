FROM debian:12.12-slim

# npm brings the Node that Pullquote runs on; this one only installs it.
RUN apt-get update \
  && apt-get install -y --no-install-recommends ca-certificates libatomic1 nodejs npm \
  && rm -rf /var/lib/apt/lists/* \
  && useradd --create-home pullquote \
  && install -d -o pullquote /app /app/data

WORKDIR /app
USER pullquote
COPY --chown=pullquote package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev
COPY --chown=pullquote . .

VOLUME /app/data
# Not through npm, so that a stop signal reaches the program.
CMD ["sh", "src/program/container.sh", "start"]
