# Builds with everything, runs with little: no compiler, no development packages, no root.
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# With optional packages: the compiler is one.
RUN npm ci --ignore-scripts
COPY tsconfig.json ./
COPY config config
COPY indexer indexer
COPY src src
RUN npm run build

FROM node:20-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --omit=dev --omit=optional

FROM node:20-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json ./
COPY config config
# Styles, icons and the OpenAPI document are read from the source.
COPY src src
COPY sample sample
RUN mkdir /data && chown node:node /data
USER node
ENV DISPATCHES_DATA=/data DISPATCHES_HOST=0.0.0.0 DISPATCHES_PORT=4080
EXPOSE 4080
ENTRYPOINT ["node", "dist/src/main.js"]
CMD ["serve"]
