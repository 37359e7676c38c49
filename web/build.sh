#!/usr/bin/env bash
# Builds the page into dist/. Dependencies are installed only when the lock file changed.
set -euo pipefail
cd "$(dirname "$0")"
mkdir -p target
lock=$(sha256sum package-lock.json | cut -d' ' -f1)
if [ ! -d node_modules ] || [ "$(cat target/lock.sha256 2>/dev/null || true)" != "$lock" ]; then
  npm ci --prefer-offline --no-audit --no-fund
  echo "$lock" > target/lock.sha256
fi
sources=$(find src public scripts ../docs/guide index.html package.json package-lock.json vite.config.ts tsconfig*.json -type f 2>/dev/null -print0 | sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1)
if [ ! -f dist/index.html ] || [ "$(cat target/sources.sha256 2>/dev/null || true)" != "$sources" ]; then
  npm run build
  echo "$sources" > target/sources.sha256
fi
