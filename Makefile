# SPDX-License-Identifier: MIT
#
#   make               builds build/knead
#   make deps run      installs what building lacks, builds, starts; ARGS="play calf-hamstring-smash --speed 20"
#   make deps test     installs what tests lack too, runs every one; SUITES="plan session" runs only those
#   make install       to PREFIX (/usr/local), below DESTDIR; uninstall takes it away again
#   make editor-deps   installs what the tests of the JSON Schemas need, with npm; without it they are skipped
#   make lint          the rules that the compiler does not know
#   make format        lays out the sources as .clang-format says
#   make faults        has the system fail at every n-th call of a session; FAULTS_EVERY=1 at each
#   make golden        writes the golden files anew, to be looked at with git diff
#   make pictures      makes the pictures of the README anew, from the program (needs LD_PRELOAD, as on Linux)
#   make bench         measures, beside peers and floors
#   make dist          knead-VERSION.tar.gz of what is committed, in build/; the same bytes for the same commit
#   make deb           the Debian package of what is committed, in build/deb; see packaging/README.md
#   make clean
#
# Libraries are shared. BUNDLE="yaml sqlite3" links copies of those in, where their archives are there, of ncursesw, tinfo,
# yaml, sqlite3 and jansson; STATIC=1 links every library in. A program with copies starts sooner, and gets no updates of
# them. SAN=address,undefined builds with sanitizers, in build-address-undefined. BUILD=build-x keeps a flavour apart.
# WERROR=1 makes warnings errors. V=1 shows whole commands. CC, CFLAGS, CPPFLAGS, LDFLAGS and LDLIBS are yours, and come
# last.

VERSION = 1.0.0
PREFIX = /usr/local
BINDIR = $(PREFIX)/bin
DATADIR = $(PREFIX)/share
MANDIR = $(DATADIR)/man
ZSHDIR = $(DATADIR)/zsh/site-functions
INSTALL = install
PKG_CONFIG = pkg-config

.SUFFIXES:
.DELETE_ON_ERROR:
goals := $(or $(MAKECMDGOALS),all)

ifneq ($(filter deps,$(goals)),)
# What deps installs is only seen by a make that starts after it.
.NOTPARALLEL:
.PHONY: $(goals)
deps:
	@CC='$(CC)' PKG_CONFIG='$(PKG_CONFIG)' sh packaging/deps $(if $(filter test golden pictures %knead-tests,$(goals)),--tests)
$(filter-out deps,$(goals)): deps
	@$(MAKE) --no-print-directory $@
else

.PHONY: all run test golden pictures faults editor-deps lint format bench install uninstall dist deb clean FORCE
all:

comma := ,
# A folder beside routines/, whatever its name: from there the program finds them without being installed.
BUILD := build$(if $(SAN),-$(subst $(comma),-,$(SAN)))
OBJ := $(BUILD)/obj
PROGRAM := $(BUILD)/knead
TESTS := $(BUILD)/knead-tests
PICTURES := $(BUILD)/knead-pictures

sources := $(wildcard src/*.c src/*/*.c src/*/*/*.c)
faults_source := tests/faults/shim.c
clock_source := tests/pictures/clock_shim.c
test_sources := $(filter-out tests/bench/% tests/pictures/% $(faults_source),$(wildcard tests/*.c tests/*/*.c))
objects := $(sources:%.c=$(OBJ)/%.o)
test_objects := $(test_sources:%.c=$(OBJ)/%.o) $(filter-out $(OBJ)/src/main.o,$(objects))
picture_objects := $(patsubst %.c,$(OBJ)/%.o,$(filter-out $(clock_source),$(wildcard tests/pictures/*.c))) \
    $(filter $(OBJ)/src/% $(OBJ)/tests/support/%,$(test_objects))

# Libraries: where pkg-config does not know one, its usual name is tried. macOS has a wide curses under the old name.
libraries := ncursesw yaml-0.1 sqlite3 jansson
test_libraries := check vterm
is_macos := $(filter Darwin,$(shell uname -s))
# What has the system fail in tests stands between it and a program that is linked as it starts.
FAULTS := $(if $(SAN)$(STATIC),,$(if $(filter Linux,$(shell uname -s)),$(BUILD)/faults.so))
usual_ncursesw := $(if $(is_macos),-lncurses,-lncursesw)
usual_yaml-0.1 := -lyaml
usual_sqlite3 := -lsqlite3
usual_jansson := -ljansson
usual_check := -lcheck -lm -lpthread
usual_vterm := -lvterm
static_flag := $(if $(STATIC),--static)
cflags_of = $(shell $(PKG_CONFIG) --cflags $(1) 2>/dev/null)
libs_of = $(foreach library,$(1),$(shell $(PKG_CONFIG) $(static_flag) --libs $(library) 2>/dev/null || echo $(usual_$(library))))

BUNDLE =
bundled = $(foreach flag,$(1),$(or $(if $(filter $(BUNDLE:%=-l%),$(flag)),$(filter /%,$(shell $(CC) \
    -print-file-name=$(flag:-l%=lib%.a)))),$(flag)))

ifneq ($(filter-out clean uninstall format editor-deps dist deb,$(goals)),)
needed := $(libraries) $(if $(filter test golden pictures faults $(TESTS),$(goals)),$(test_libraries))
ifneq ($(shell $(PKG_CONFIG) --exists $(needed) 2>/dev/null && echo all),all)
missing := $(shell CC='$(CC)' PKG_CONFIG='$(PKG_CONFIG)' sh packaging/deps --missing $(needed))
$(if $(missing),$(error missing: $(missing). Run `make deps$(if $(filter test golden pictures,$(goals)), test)`, which installs it))
endif
# Of what pkg-config says, only the folders: the standard that the sources keep to is ours to say.
library_cflags := $(filter-out -D_XOPEN_SOURCE=% -D_DEFAULT_SOURCE,$(call cflags_of,$(libraries)))
library_libs := $(call bundled,$(call libs_of,$(libraries))) -lm
test_cflags := $(call cflags_of,$(test_libraries))
test_libs = $(call libs_of,$(test_libraries)) -lutil
include $(BUILD)/probed.mk
endif

# Flags. What a compiler may not know is tried once and kept in probed.mk.
warnings := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wformat=2 -Wstrict-prototypes \
    -Wmissing-prototypes -Wvla -Wcast-qual -Wswitch-enum -Wimplicit-fallthrough -Wnull-dereference -Walloca \
    -Wduplicated-cond -Wlogical-op -Werror=implicit-function-declaration -Werror=int-conversion
hardening := -fstack-protector-strong -fstack-clash-protection -fcf-protection=full -ftrivial-auto-var-init=zero \
    -fzero-call-used-regs=used-gpr
# Two mappings instead of four: a start is shorter by 2 to 4 %.
static_link := -static -Wl,-z,noseparate-code
link_hardening := -Wl,-z,relro,-z,now -Wl,-z,noexecstack
sanitize := $(if $(SAN),-fsanitize=$(SAN) -fno-sanitize-recover=all -fno-omit-frame-pointer)
# A distribution that fortifies says itself how far.
fortify := $(if $(SAN)$(filter -O0,$(CFLAGS))$(findstring _FORTIFY_SOURCE,$(CPPFLAGS) $(CFLAGS)),,-U_FORTIFY_SOURCE \
    -D_FORTIFY_SOURCE=3)
version_define := -DKNEAD_VERSION='"$(VERSION)"'
datadir_define := -DKNEAD_DATADIR='"$(DATADIR)"'

cppflags = -D_XOPEN_SOURCE=700 -D_DEFAULT_SOURCE -D_DARWIN_C_SOURCE $(if $(is_macos),-D_XOPEN_SOURCE_EXTENDED) \
    -Isrc -Itests $(version_define) $(library_cflags) $(fortify)
cflags = -std=c17 $(if $(SAN),-O1,-O2) -g $(probed_warnings) $(if $(WERROR),-Werror) $(if $(SAN),,$(probed_hardening)) \
    $(sanitize) '-ffile-prefix-map=$(CURDIR)=.'
compile = $(CC) $(cppflags) $(cflags) $(CPPFLAGS) $(CFLAGS)
link = $(CC) $(cflags) $(probed_link_hardening) $(if $(STATIC),$(static_link)) $(CFLAGS) $(LDFLAGS)

Q := $(if $(V),,@)
say = $(if $(V),,@printf '%-6s %s\n' $(1) $(2))

all: $(PROGRAM)

run: $(PROGRAM)
	$(Q)$(PROGRAM) $(ARGS)

# Sanitizers end a program with a status that no test can take for one of knead's own, and leave signals to knead. With
# them a fork is slow, so the checks of a suite share a process. Leaks are looked for elsewhere (.ci/run).
sanitizer_env = ASAN_OPTIONS=exitcode=99:detect_leaks=0:handle_segv=0:handle_sigbus=0:handle_sigfpe=0 \
    UBSAN_OPTIONS=print_stacktrace=1:exitcode=99 PTY_DEADLINE_S=30 \
    CK_FORK=no CK_TIMEOUT_MULTIPLIER=3
test golden: $(PROGRAM) $(TESTS)
	$(Q)KNEAD_PROGRAM='$(abspath $(PROGRAM))' $(if $(filter golden,$@),GOLDEN_WRITE=1) $(if $(SAN),$(sanitizer_env)) \
	    $(TESTS) $(SUITES)
	$(if $(SUITES)$(SAN)$(filter golden,$@),,$(Q)KNEAD_PROGRAM='$(abspath $(PROGRAM))' sh tests/editor/run)

pictures: $(PROGRAM) $(PICTURES) $(BUILD)/clock.so
	$(Q)KNEAD_PROGRAM='$(abspath $(PROGRAM))' PICTURES_SHIM='$(abspath $(BUILD)/clock.so)' $(PICTURES)

faults: $(PROGRAM) $(TESTS) $(FAULTS)
	$(Q)KNEAD_PROGRAM='$(abspath $(PROGRAM))' TESTS='$(TESTS)' FAULTS_SHIM='$(abspath $(FAULTS))' sh tests/faults/run

editor-deps:
	$(Q)sh tests/editor/run --install

format:
	$(Q)find src tests -path tests/bench -prune -o -name '*.[ch]' -print | xargs $(or $(CLANG_FORMAT),clang-format) -i

lint: $(PROGRAM)
	$(Q)CC='$(CC)' OBJECTS='$(OBJ)/src' sh tests/lint/run

bench: $(PROGRAM)
	$(Q)CC='$(CC)' OBJECTS='$(OBJ)/src' KNEAD_PROGRAM='$(abspath $(PROGRAM))' tests/bench/run

$(PROGRAM): $(objects) $(BUILD)/link.flags
	$(call say,link,$@)
	$(Q)$(link) -o $@ $(objects) $(library_libs) $(LDLIBS)

$(TESTS): $(test_objects) $(BUILD)/link.flags
	$(call say,link,$@)
	$(Q)$(link) -o $@ $(test_objects) $(test_libs) $(library_libs) $(LDLIBS)

$(PICTURES): $(picture_objects) $(BUILD)/link.flags
	$(call say,link,$@)
	$(Q)$(link) -o $@ $(picture_objects) $(test_libs) $(library_libs) $(LDLIBS)

$(FAULTS): $(faults_source) $(BUILD)/compile.flags
$(BUILD)/clock.so: $(clock_source) $(BUILD)/compile.flags
$(FAULTS) $(BUILD)/clock.so:
	$(call say,link,$@)
	$(Q)$(compile) -U_FORTIFY_SOURCE -fPIC -shared -o $@ $< -ldl

$(OBJ)/%.o: %.c $(BUILD)/compile.flags
	@mkdir -p $(@D)
	$(call say,cc,$<)
	$(Q)$(compile) $(more_cflags) -MMD -MP -c -o $@ $<

# Only one file knows the folder that knead was installed with: another PREFIX compiles one file.
$(OBJ)/src/base/folder.o: $(BUILD)/datadir.flags
$(OBJ)/src/base/folder.o: more_cflags = $(datadir_define)
$(OBJ)/tests/%.o: more_cflags = $(test_cflags)

# A flags file holds what its users were built with, and is touched only when that changes.
quoted = '$(subst ','\'',$(strip $(1)))'
keep = @mkdir -p $(@D); printf '%s\n' $(call quoted,$(1)) | cmp -s - $@ || printf '%s\n' $(call quoted,$(1)) >$@
$(BUILD)/compile.flags: FORCE
	$(call keep,$(compile))
$(BUILD)/link.flags: FORCE
	$(call keep,$(link) $(library_libs) $(LDLIBS))
$(BUILD)/datadir.flags: FORCE
	$(call keep,$(datadir_define))
$(BUILD)/compiler.flags: FORCE
	$(call keep,$(CC) $(warnings) $(hardening) $(link_hardening))

$(BUILD)/probed.mk: $(BUILD)/compiler.flags
	@echo 'int main(void) { return 0; }' >$(BUILD)/probe.c
	@known() { for flag; do \
	    if $(CC) -Werror $$flag -o $(BUILD)/probe $(BUILD)/probe.c 2>/dev/null; then printf ' %s' "$$flag"; fi; done; }; \
	{ printf 'probed_warnings :='; known $(warnings); \
	  printf '\nprobed_hardening :='; known $(hardening); \
	  printf '\nprobed_link_hardening :='; known $(link_hardening); echo; } >$@
	@rm -f $(BUILD)/probe $(BUILD)/probe.c

# What is installed besides the program, as source:place. Units where systemd may be. A unit names the program by the
# path that it is installed with, and the manual pages name the folder that the documents are in.
units := knead-due.service knead-due.timer
into = $(foreach file,$(wildcard $(1)),$(file):$(2)/$(notdir $(file)))
as = $(foreach file,$(wildcard $(1)),$(file):$(2))
installed = $(call into,routines/*.yaml,$(DATADIR)/knead/routines) \
    $(call into,routines/moves/*.yaml,$(DATADIR)/knead/routines/moves) \
    $(call into,routines/positions/*.yaml,$(DATADIR)/knead/routines/positions) \
    $(call into,routines/programmes/*.yaml,$(DATADIR)/knead/routines/programmes) \
    $(call into,share/schema/*.json,$(DATADIR)/knead/schema) \
    $(call into,$(filter-out doc/architecture.md,$(wildcard doc/*.md)),$(DATADIR)/doc/knead) \
    $(call into,share/man/*.1,$(MANDIR)/man1) $(call into,share/man/*.5,$(MANDIR)/man5) \
    $(if $(is_macos),,$(foreach unit,$(units),$(BUILD)/$(unit):$(DATADIR)/systemd/user/$(unit))) \
    $(call into,share/desktop/knead.desktop,$(DATADIR)/applications) \
    $(call into,share/desktop/io.github.knead.metainfo.xml,$(DATADIR)/metainfo) \
    $(call into,share/desktop/knead.svg,$(DATADIR)/icons/hicolor/scalable/apps) \
    $(call as,share/completions/knead.bash,$(DATADIR)/bash-completion/completions/knead) \
    $(call as,share/completions/_knead,$(ZSHDIR)/_knead) \
    $(call as,share/completions/knead.fish,$(DATADIR)/fish/vendor_completions.d/knead.fish)

$(units:%=$(BUILD)/%): $(BUILD)/%: share/systemd/user/% FORCE
	@mkdir -p $(@D)
	$(Q)sed 's|^ExecStart=knead |ExecStart=$(BINDIR)/knead |' $< >$@

install: $(PROGRAM) $(units:%=$(BUILD)/%)
	$(Q)$(INSTALL) -d '$(DESTDIR)$(BINDIR)'
	$(Q)$(INSTALL) -m 755 $(PROGRAM) '$(DESTDIR)$(BINDIR)/knead'
	$(Q)set -e; for pair in $(installed); do place='$(DESTDIR)'"$${pair#*:}"; \
	    $(INSTALL) -d "$${place%/*}"; $(INSTALL) -m 644 "$${pair%%:*}" "$$place"; \
	    case $$place in *.[15]) sed 's|/usr/local/share|$(DATADIR)|' "$${pair%%:*}" >"$$place";; esac; done

# Folders that are empty then go too, up to DATADIR: a home had few of them before. MANDIR and BINDIR stay.
uninstall:
	$(Q)rm -f '$(DESTDIR)$(BINDIR)/knead'
	$(Q)for pair in $(installed); do rm -f '$(DESTDIR)'"$${pair#*:}"; done
	$(Q)for pair in $(installed); do folder='$(DESTDIR)'"$${pair#*:}"; while folder=$${folder%/*}; do \
	        case $$folder in '$(DESTDIR)$(MANDIR)') break;; '$(DESTDIR)$(DATADIR)'/*) ;; *) break;; esac; \
	        rmdir "$$folder" 2>/dev/null || test ! -e "$$folder" || break; done; done

# Git keeps the order, the owner and the time of the commit, and gzip -n adds no time of its own.
dist:
	@mkdir -p $(BUILD)
	$(Q)git archive --prefix=knead-$(VERSION)/ HEAD | gzip -9n >$(BUILD)/knead-$(VERSION).tar.gz
	$(call say,dist,$(BUILD)/knead-$(VERSION).tar.gz)

# In a folder of its own, so that no debian/ lies in the tree. DEBBUILD holds options of dpkg-buildpackage.
deb: dist
	$(Q)rm -rf $(BUILD)/deb && mkdir -p $(BUILD)/deb
	$(Q)cp $(BUILD)/knead-$(VERSION).tar.gz $(BUILD)/deb/knead_$(VERSION).orig.tar.gz
	$(Q)tar -xzf $(BUILD)/knead-$(VERSION).tar.gz -C $(BUILD)/deb
	$(Q)cp -R $(BUILD)/deb/knead-$(VERSION)/packaging/debian $(BUILD)/deb/knead-$(VERSION)/debian
	$(Q)cd $(BUILD)/deb/knead-$(VERSION) && dpkg-buildpackage -us -uc $(DEBBUILD)

clean:
	$(Q)rm -rf build build-*

-include $(sort $(objects:.o=.d) $(test_objects:.o=.d) $(picture_objects:.o=.d))
endif
