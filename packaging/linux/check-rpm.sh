#!/usr/bin/env bash
# Installs the .rpm by rpm on a bare Debian, uses, upgrades and erases it; and looks into it first.
# What it cannot tell: whether the names of what it requires are right on systems that use rpm.
#
#   packaging/linux/check-rpm.sh packaging/target/sayso-VERSION-1.ARCH.rpm
#
# Needs rpm and rpmbuild, and what stands in bare.sh.
set -euo pipefail

rpm=$(readlink -f "$1")
. "$(dirname "${BASH_SOURCE[0]}")/bare.sh"

say "what it holds"
printf 'installer: %s MB\n' "$(($(stat -c %s "$rpm") / 1000000))"
rpm -qp --requires "$rpm" | grep -q '^gtk3$' || fail "does not require GTK"
list=$(rpm -qlp "$rpm")
for file in bin/sayso bin/sayso-window lib/sayso/bin/sayso lib/sayso/bin/sayso-window \
    share/applications/sayso.desktop share/man/man1/sayso.1.gz share/doc/sayso/copyright \
    share/metainfo/dev.sayso.Sayso.metainfo.xml share/icons/hicolor/scalable/apps/sayso.svg; do
    grep -qx "/usr/$file" <<<"$list" || fail "lacks /usr/$file"
done
[[ -z $(rpm -qp --scripts "$rpm") ]] || fail "brings scripts"

prepare
# systems that use rpm have these; there they are no package's leftovers
mkdir -p "$root"/usr/share/{applications,metainfo}
everything >"$root.before"
of_root() { rpm --root "$root" --dbpath /var/lib/rpm "$@"; }
of_root --initdb

say "install"
# Debian's packages have other names than those it requires
of_root --install --nodeps "$rpm"
of_root --verify --nodeps sayso || fail "not what the package holds"
[[ $(of_root -qf /usr/bin/sayso) == sayso-* ]] || fail "its files belong to nobody"

say "the command line and the window"
transcribes : "$recording" "$said" || fail "the transcript is not the sample's"
transcribes : speech.mp3 "six zero" || fail "mp3 is not decoded"
opens_by_association
ends

say "upgrade"
# the same files, as a next release
spec=$project/packaging/target/rpm/sayso.spec
[[ -e $spec ]] || fail "no $spec, of which a next release could be made"
sed 's/^Release: .*/Release: 2/' "$spec" >"$root.spec"
rpmbuild -bb --quiet --define "_topdir $root.rpm" --define '_binary_payload w1.gzdio' "$root.spec" >/dev/null 2>&1
of_root --upgrade --nodeps "$root.rpm"/RPMS/*/sayso-*-2.*.rpm
rm -rf "$root.rpm" "$root.spec"
of_root -q sayso
of_root --verify --nodeps sayso || fail "not what the next package holds"
remembers "$said" || fail "the upgrade took the history"
transcribes : "$recording" "$said" || fail "no transcript after the upgrade"

say "uninstall"
of_root --erase sayso
nothing_is_left

say "all well"
