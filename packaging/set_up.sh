#!/usr/bin/env bash
# Makes what `make run` and `make test` need, and does nothing when it is all there:
# system libraries, .venv with the locked packages, the program itself in it, the compiled catalogues.
set -euo pipefail
cd "$(dirname "$0")/.."

# What Qt loads on Linux by the name it loads it by, the programs that tests drive it with, and those that look its papers
# over; then the Debian package.
readonly SYSTEM_PARTS="
libEGL.so.1 libegl1
libGL.so.1 libgl1
libdbus-1.so.3 libdbus-1-3
libfontconfig.so.1 libfontconfig1
libglib-2.0.so.0 libglib2.0-0
libX11-xcb.so.1 libx11-xcb1
libxkbcommon.so.0 libxkbcommon0
libxkbcommon-x11.so.0 libxkbcommon-x11-0
libxcb-cursor.so.0 libxcb-cursor0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-image.so.0 libxcb-image0
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-randr.so.0 libxcb-randr0
libxcb-render-util.so.0 libxcb-render-util0
libxcb-shape.so.0 libxcb-shape0
libxcb-sync.so.1 libxcb-sync1
libxcb-xfixes.so.0 libxcb-xfixes0
libxcb-xinerama.so.0 libxcb-xinerama0
libxcb-xkb.so.1 libxcb-xkb1
Xvfb xvfb
strace strace
setxkbmap x11-xkb-utils
xdotool xdotool
dbus-daemon dbus-daemon
dbus-send dbus-bin
qpdf qpdf
pdftotext poppler-utils
"

missing_packages() {
  local libraries part package
  libraries=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p)
  while read -r part package; do
    case "$part" in
      "") ;;
      *.so.*) [[ "$libraries" == *"$part "* ]] || echo "$package" ;;
      *) command -v "$part" >/dev/null || echo "$package" ;;
    esac
  done <<<"$SYSTEM_PARTS"
  # A venv with pip in it needs a package of its own on Debian, unless Python came another way.
  "$1" -c 'import ensurepip, venv' 2>/dev/null || echo python3-venv
}

install_system_packages() {
  local packages as_root=()
  mapfile -t packages < <(missing_packages "$1")
  [ ${#packages[@]} -gt 0 ] || return 0
  if [ "$(id -u)" -ne 0 ]; then as_root=(sudo -n); fi
  if ! command -v apt-get >/dev/null || ! "${as_root[@]}" true 2>/dev/null; then
    echo "These system packages seem to be missing; please install them: ${packages[*]}" >&2
    return 0
  fi
  echo "Installing system packages: ${packages[*]}"
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "${packages[@]}" >/dev/null
}

find_python() {
  local python
  for python in python3 python3.14 python3.13 python3.12 python3.11; do
    if "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      echo "$python"
      return 0
    fi
  done
  echo "Python 3.11 or newer is needed." >&2
  return 1
}

fill_environment() {
  local stamp key
  .venv/bin/python -c pass 2>/dev/null || "$1" -m venv --clear .venv
  key=$(cat requirements.lock pyproject.toml | sha256sum; pwd)
  stamp=.venv/set-up-for
  [ "$(cat "$stamp" 2>/dev/null)" != "$key" ] || return 0
  echo "Filling .venv with the locked packages"
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
  echo "$key" >"$stamp"
}

compile_catalogues() {
  local catalogue
  for catalogue in resources/locale/*/LC_MESSAGES/vpjournal.po; do
    [ "${catalogue%.po}.mo" -nt "$catalogue" ] || .venv/bin/pybabel --quiet compile -i "$catalogue" -o "${catalogue%.po}.mo"
  done
}

python=$(find_python)
if [ "$(uname)" = Linux ]; then install_system_packages "$python"; fi
fill_environment "$python"
compile_catalogues
