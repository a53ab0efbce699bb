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
# The inference runtime comes with the libraries of all platforms; those of others are 200 MB.
RUN npm ci --omit=dev && rm -rf node_modules/onnxruntime-node/bin/napi-v*/darwin node_modules/onnxruntime-node/bin/napi-v*/win32
COPY --chown=pullquote . .

VOLUME /app/data
# Not through npm, so that a stop signal reaches the program.
CMD ["sh", "src/program/container.sh", "start"]
