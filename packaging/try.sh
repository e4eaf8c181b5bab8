#!/bin/sh
# What `cargo xtask package --try` does in a Debian that has just been made: install the packages,
# look at them, open a bar, remove everything. No service manager runs in there.
set -eu
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8

say() { printf '\n-- %s\n' "$*"; }
amiss() { printf 'this is not as it should be: %s\n' "$*" >&2; exit 1; }

apt_get() {
    apt-get --quiet=2 --yes --option APT::Install-Recommends=false "$@" >/tmp/apt.log 2>&1 ||
        { cat /tmp/apt.log; amiss "apt-get $*"; }
}

# Nothing is started by a package that is installed into a folder.
printf '#!/bin/sh\nexit 101\n' >/usr/sbin/policy-rc.d
chmod 755 /usr/sbin/policy-rc.d

say "What they need"
apt_get update
apt_get install systemd dbus man-db bash-completion
everything() { find / -xdev -not -path '/proc/*' -not -path '/var/cache/*' -not -path '/var/lib/apt/*' \
    -not -path '/var/lib/dpkg/*' -not -path '/var/log/*' -not -path '/tmp/*' -not -path '/packages*' -not -path '/run/*' \
    -not -name '*.pyc' | sort; }
needs() { for package in /packages/*.deb; do dpkg-deb --field "$package" Depends; done |
    tr ',' '\n' | sed 's/[(|].*//' | sort -u; }
# shellcheck disable=SC2046 # each is a word
apt_get install $(needs)
everything >/tmp/before

say "Installed"
apt_get install /packages/*.deb
dpkg-query --show 'demitasse*'
for program in demitasse demitasse-barista demitasse-kiosk; do
    $program --version
    ! ldd "/usr/bin/$program" | grep 'not found' || amiss "$program lacks a library"
    man --where "$program" >/dev/null || amiss "$program has no manual page"
    bash -n "/usr/share/bash-completion/completions/$program"
done
man --where demitasse-serve
id demitasse
id demitasse-kiosk
systemd-analyze verify --man=no demitasse.service demitasse.socket
for unit in demitasse.service demitasse.socket; do
    echo "$unit: $(systemctl is-enabled "$unit")"
done
[ "$(systemctl is-enabled demitasse-kiosk.service)" = disabled ] || amiss "the monitor takes the screen unasked"

say "A bar is opened"
install -d -o demitasse -g demitasse -m 700 /var/lib/demitasse
# The server itself is what the shell waits for.
setpriv --reuid demitasse --regid demitasse --clear-groups \
    demitasse serve --data /var/lib/demitasse --listen 127.0.0.1:0 --json >/tmp/said &
for _ in $(seq 100); do [ -s /tmp/said ] && break; sleep 0.2; done
cat /tmp/said
demitasse staff pair --role barista --name Ana --json
demitasse staff open
kill "$!"
wait || amiss "the server did not close well"
demitasse staff pair --role barista --name Ana 2>/tmp/said && amiss "root was let in"
cat /tmp/said
runuser -u demitasse -- demitasse staff pair --role barista --name Ana --json

say "Installed again, over a configuration that the venue wrote"
echo '# ours' >>/etc/demitasse/demitasse.toml
dpkg --install /packages/*.deb >/dev/null
grep --quiet '# ours' /etc/demitasse/demitasse.toml || amiss "the venue's configuration is lost"

say "Removed: configuration and data stay"
apt_get remove 'demitasse*'
[ -e /etc/demitasse/demitasse.toml ] || amiss "the configuration is lost"
[ -e /var/lib/demitasse/demitasse.db ] || amiss "the bar's data are lost"
[ ! -e /usr/bin/demitasse ] || amiss "the program is still there"

say "Purged: nothing stays"
apt_get purge 'demitasse*'
! getent passwd demitasse demitasse-kiosk || amiss "a user is still there"
everything >/tmp/after
diff /tmp/before /tmp/after || amiss "something is left, or was taken along"
[ -z "$(dpkg-query --show 'demitasse*' 2>/dev/null)" ] || amiss "dpkg still knows them"

say "All good."
