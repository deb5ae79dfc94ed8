# Everything that a fresh Debian machine needs besides Swift, make and git is installed by the targets below.

PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift

# The Swift runtime goes into the binary, so that an installed gongkai needs no toolchain.
RELEASE = -c release --static-swift-stdlib
PACKAGES = libarchive-dev libbrotli-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libjemalloc-dev libssl-dev libsqlite3-dev libxlsxwriter-dev libxml2-dev \
  pkg-config zlib1g-dev
FORMATTED = Package.swift Plugins Sources Tests

.DEFAULT_GOAL := help
.PHONY: help site build test lint unit site-checks second-opinion torture fuzz sanitize sanitize-address sanitize-thread install uninstall format packages test-packages site-packages clean

help:
	@echo 'make site                 install what is missing, build, publish the sample portal to Output'
	@echo 'make test                 install what the tests need and run all of them'
	@echo 'make install PREFIX=DIR   install the tool and its shell completions (default $(PREFIX))'
	@echo 'make uninstall PREFIX=DIR remove them'
	@echo 'make build                build the tool'
	@echo 'make lint | unit          one part of the tests: the format, the Swift tests'
	@echo 'make site-checks          the part that checks the published sample portal'
	@echo 'make second-opinion       what other checkers say of it, where they are (Tests/kit/run.sh)'
	@echo 'make torture ROUNDS=N     kill, interrupt and attack builds, fill disks, cut the power, and count what is lost'
	@echo 'make fuzz SECONDS_EACH=N  feed the parsers random inputs, N seconds each'
	@echo 'make sanitize             the Swift tests under the address and the thread sanitizer'
	@echo 'make format               format the sources'
	@echo 'make clean                remove what was built and published'

site: build
	@"$$($(SWIFT) build $(RELEASE) --show-bin-path)/gongkai" build -C .
	@echo 'Open file://$(CURDIR)/Output/index.html'

build: packages
	$(SWIFT) build $(RELEASE) --product gongkai

# What could not run fails too, unless ALLOW_SKIPPED=1.
test: test-packages site-packages
	SWIFT='$(SWIFT)' Tests/run.sh

lint:
	SWIFT='$(SWIFT)' Tests/run.sh lint

unit: test-packages
	SWIFT='$(SWIFT)' Tests/run.sh unit

site-checks: site-packages
	SWIFT='$(SWIFT)' Tests/run.sh site

second-opinion: packages
	$(SWIFT) build --product gongkai
	Tests/kit/run.sh "$$($(SWIFT) build --show-bin-path)/gongkai"

ROUNDS ?= 1
torture: PACKAGES += e2fsprogs python3
torture: build
	python3 Tests/torture/run.py "$$($(SWIFT) build $(RELEASE) --show-bin-path)/gongkai" --rounds $(ROUNDS)

SECONDS_EACH ?= 600
fuzz: packages
	Tests/Fuzz/run.sh $(SECONDS_EACH)

# Timing tests are meaningless under a sanitizer, and libraries do not free all memory before the process ends.
sanitize: sanitize-address sanitize-thread

sanitize-address: test-packages
	ASAN_OPTIONS=detect_leaks=0:suppressions='$(CURDIR)/Tests/sanitizers/address.txt' \
	  $(SWIFT) test --sanitize address --scratch-path .build-address --skip GrowthTests

sanitize-thread: test-packages
	TSAN_OPTIONS=halt_on_error=1 $(SWIFT) test --sanitize thread --scratch-path .build-thread --skip GrowthTests

install: build
	@set -e; binary="$$($(SWIFT) build $(RELEASE) --show-bin-path)/gongkai"; root='$(DESTDIR)$(PREFIX)'; \
	bash="$$root/share/bash-completion/completions"; \
	zsh="$$root/share/zsh/site-functions"; \
	fish="$$root/share/fish/vendor_completions.d"; \
	install -d "$$root/bin" "$$bash" "$$zsh" "$$fish"; \
	install -s -m 755 "$$binary" "$$root/bin/gongkai"; \
	"$$binary" --generate-completion-script bash > "$$bash/gongkai"; \
	"$$binary" --generate-completion-script zsh > "$$zsh/_gongkai"; \
	"$$binary" --generate-completion-script fish > "$$fish/gongkai.fish"; \
	echo "Installed $$root/bin/gongkai and its completions for bash, zsh and fish."

uninstall:
	rm -f '$(DESTDIR)$(PREFIX)/bin/gongkai' \
	  '$(DESTDIR)$(PREFIX)/share/bash-completion/completions/gongkai' \
	  '$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_gongkai' \
	  '$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/gongkai.fish'

format:
	$(SWIFT) format format --in-place --parallel --recursive $(FORMATTED)

test-packages: PACKAGES += e2fsprogs libreoffice-calc-nogui libreoffice-writer-nogui patch poppler-utils unzip
site-packages: PACKAGES += caddy chromium chromium-driver curl default-jre-headless fonts-noto-cjk jq libnginx-mod-http-brotli-static \
  libreoffice-calc-nogui nginx-light python3-venv r-base-core unicode-data
packages test-packages site-packages:
	@command -v dpkg-query > /dev/null || { \
	  echo 'This is not Debian: install the equivalents of $(PACKAGES) yourself.'; exit 0; }; \
	missing=; for package in $(PACKAGES); do \
	  dpkg-query -W -f='$${db:Status-Status}\n' "$$package" 2> /dev/null | grep -qx installed || missing="$$missing $$package"; \
	done; \
	if [ -z "$$missing" ]; then exit 0; fi; \
	sudo=; if [ "$$(id -u)" != 0 ]; then sudo=sudo; fi; \
	echo "Installing system packages:$$missing"; \
	$$sudo apt-get update -qq && \
	$$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing

clean:
	rm -rf .build
	find Output -mindepth 1 ! -name .gitkeep -delete
