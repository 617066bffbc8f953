#!/usr/bin/env bash
# Make sure that the tests have a browser, and a font that draws Japanese for screenshots.
# What is there is used; on Debian what is missing is installed, elsewhere one line says what to do.
set -u

say() { echo "kurilmap: $*" >&2; }

browser() {
    local name
    if [ -n "${KURILMAP_CHROMIUM:-}" ]; then
        command -v "$KURILMAP_CHROMIUM"
        return
    fi
    for name in chromium-headless-shell chromium chromium-browser google-chrome google-chrome-stable \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
        "/Applications/Chromium.app/Contents/MacOS/Chromium"; do
        command -v "$name" && return
    done
    return 1
}

id="$(. /etc/os-release 2>/dev/null && echo "${ID:-}")"

japanese_font() {
    # Systems without fontconfig (macOS) bring such a font; a Debian without it has none at all.
    command -v fc-list >/dev/null || { [ "$id" != debian ]; return; }
    [ -n "$(fc-list :lang=ja 2>/dev/null)" ]
}

packages=()
if ! browser >/dev/null; then
    if [ -n "${KURILMAP_CHROMIUM:-}" ]; then
        say "KURILMAP_CHROMIUM=$KURILMAP_CHROMIUM is no program: name a Chromium or Chrome, or unset it."
        exit 1
    fi
    packages+=(chromium-headless-shell)
fi
# Whoever has a browser of their own keeps their fonts too, unless none draws Japanese.
japanese_font || packages+=(fontconfig fonts-noto-cjk fonts-dejavu-core)

if [ ${#packages[@]} -gt 0 ]; then
    command="apt-get install -y --no-install-recommends ${packages[*]}"
    as_root=()
    why=""
    if [ "$id" != debian ]; then
        why="this is no Debian"
    elif [ "$(id -u)" -ne 0 ]; then
        if sudo -n true 2>/dev/null; then as_root=(sudo -n); else why="neither root nor sudo without a password is at hand"; fi
    fi
    if [ -z "$why" ]; then
        say "installing ${packages[*]}"
        export DEBIAN_FRONTEND=noninteractive
        log="$(mktemp)"
        # An update may fail for one source and still bring what is wanted: the install decides.
        "${as_root[@]}" apt-get update -q >"$log" 2>&1
        # Debians before 12 have no package of the headless shell alone.
        apt-cache show chromium-headless-shell >/dev/null 2>&1 || command="${command/-headless-shell/}"
        # shellcheck disable=SC2086
        if ! "${as_root[@]}" $command >>"$log" 2>&1; then
            tail -n 20 "$log" >&2
            why="apt-get failed, see the lines above"
        fi
        rm -f "$log"
    fi
    if ! browser >/dev/null; then
        if [ "$id" = debian ]; then
            say "the tests need Chromium and ${why:-it is still not found}: run '$command' as root, then make test again."
        else
            say "the tests need Chromium or Google Chrome: install one, or set KURILMAP_CHROMIUM to its path, then make test again."
        fi
        exit 1
    fi
    if ! japanese_font; then
        say "no font draws Japanese${why:+ ($why)}: screenshots will show boxes; tests go on."
    fi
fi
echo "kurilmap: browser $(browser)"
