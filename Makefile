# Everything a newcomer needs: `make demo`, `make test`. `make help` lists the rest.
SHELL := /bin/bash
SWIFT ?= swift
PREFIX ?= /usr/local
SECONDS_EACH ?= 60
FACTOR ?= 20
SANITIZER ?= address
DEMO_DB ?= .build/demo.db
RELEASE = .build/release/dateline
# Shows a command as a user types it, then runs it.
demo = @printf '\n$$ dateline %s\n' "$$(printf '%s ' $(subst $(DEMO_DB),demo.db,$(1)))"; $(RELEASE) $(1)
SOURCES = Package.swift Sources Tests Benchmarks
PACKAGES = libsqlite3-dev libsimdjson-dev libcsv-dev libxxhash-dev libxml2-dev libarchive-dev \
  libuchardet-dev libcld2-dev zlib1g-dev libbz2-dev libbrotli-dev liblzma-dev libzstd-dev libedit-dev libmariadb-dev pkg-config sqlite3
# Servers that tests start on loopback, and what gives them certificates and TLS.
TEST_PACKAGES = sphinxsearch libmariadb3 openssl python3
IMPORT_CHECK = --explicit-target-dependency-import-check error
# Without Swift's shared libraries the binary starts in half the time, on machines without Swift too.
RELEASE_BUILD = $(SWIFT) build -c release --static-swift-stdlib $(IMPORT_CHECK)

.PHONY: help setup build demo test test-offline lint format fuzz bench bench-peers bench-indexing bench-relevance bench-extraction bench-extraction-halves bench-tagging bench-cluster stress faults sanitize install clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' Makefile | sed 's/:.*## /\t/' | expand -t 18

setup: ## install the C libraries that are missing (Debian packages)
	@./.ci/setup.sh $(PACKAGES)

build: setup ## build the release binary
	$(RELEASE_BUILD) --product dateline

demo: build ## index the sample corpus and run a keyword, a phrase and entity queries
	@rm -f $(DEMO_DB) $(DEMO_DB)-wal $(DEMO_DB)-shm
	$(call demo,index Corpus/articles --db $(DEMO_DB))
	$(call demo,search nato cyber -n 3 --db $(DEMO_DB))
	$(call demo,search '"interest rates"' -n 3 --db $(DEMO_DB))
	$(call demo,search entity:russia -n 3 --db $(DEMO_DB))
	$(call demo,search trump election --since 2016 --until 2017 -n 3 --explain --db $(DEMO_DB))
	$(call demo,stats --db $(DEMO_DB))
	$(call demo,check --db $(DEMO_DB))

test: setup ## run all tests
	@./.ci/setup.sh $(TEST_PACKAGES)
	$(SWIFT) test $(IMPORT_CHECK)

test-offline: setup ## run all tests without a network; loopback alone is there
	@./.ci/setup.sh $(TEST_PACKAGES) iproute2
	.ci/offline.sh

lint: ## check format, imports and statements about unsafe code
	$(SWIFT) format lint --strict --recursive $(SOURCES)
	@./.ci/check-imports.sh
	@./.ci/check-unsafe.sh

format: ## format all sources
	$(SWIFT) format format --in-place --recursive $(SOURCES)

bench: build ## measure index throughput and query latency on a generated dump
	$(RELEASE) bench

bench-peers: build ## the same documents and queries through stock FTS5, Tantivy and Xapian, then bench-indexing
	./Benchmarks/peers/setup.sh
	./Benchmarks/peers/run.sh $(ARGS)
	$(MAKE) bench-indexing

bench-indexing: build ## building an index beside stock FTS5 and Tantivy, with targets; DATELINE_DATA for real dumps
	$(RELEASE_BUILD) --product IndexingBenchmark
	./Benchmarks/indexing/setup.sh
	./Benchmarks/indexing/run.sh $(INDEXING_ARGS)

bench-cluster: build ## 100,000 articles into three Sphinx shards on this machine, and queries beside a file's
	@./.ci/setup.sh sphinxsearch
	$(RELEASE_BUILD) --product ClusterBenchmark
	./Benchmarks/cluster/run.sh $(ARGS)

bench-relevance: build ## scores on judged collections beside FTS5, BM25 and Tantivy; needs DATELINE_DATA
	./Benchmarks/relevance/setup.sh
	./Benchmarks/relevance/run.sh $(ARGS)

bench-extraction: build ## scores and speed of extraction beside Trafilatura (needs DATELINE_DATA); speed of reading
	$(RELEASE_BUILD) --product ReadingBenchmark
	./Benchmarks/extraction/setup.sh
	./Benchmarks/extraction/run.sh
	.build/extraction-env/bin/python Benchmarks/extraction/reading.py .build/release/ReadingBenchmark

bench-extraction-halves: setup ## extraction by models that never saw the pages; trains and builds six times, 10 minutes
	./Benchmarks/extraction/setup.sh train
	PYTHONPATH=Benchmarks/extraction .build/extraction-env/bin/python \
	  Benchmarks/extraction/halves.py "$(DATELINE_DATA)" .build/halves

fuzz: setup ## fuzz the parsers of foreign bytes, each for SECONDS_EACH
	.ci/fuzz.sh $(SECONDS_EACH)

sanitize: setup ## run tests under a sanitizer: SANITIZER=address, thread or undefined; builds for ten minutes first
	.ci/sanitize.sh $(SANITIZER) '$(FILTER)'

stress: build ## kills, full disks, damaged files, readers beside writers, faults, fuzzing; BUDGET in seconds, SEED, STRESS_ARGS
	python3 Benchmarks/stress/stress.py $(if $(BUDGET),--budget $(BUDGET)) $(if $(SEED),--seed $(SEED)) $(STRESS_ARGS)

faults: setup ## lose power and fail calls of the system inside writers, FACTOR times as often as `make test`; ONLY=entities,upgrade
	DATELINE_STRESS_FACTOR=$(FACTOR) DATELINE_STRESS_ONLY=$(ONLY) $(SWIFT) test $(IMPORT_CHECK) --filter DatelineFaultTests

bench-tagging: setup ## speed of tagging, precision and recall on CoNLL-2003; needs DATELINE_DATA
	$(RELEASE_BUILD) --product TaggingBenchmark
	./Benchmarks/tagging/run.sh

install: build ## install the binary below PREFIX
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 $(RELEASE) $(DESTDIR)$(PREFIX)/bin/dateline

clean: ## remove what was built
	rm -rf .build .build-*
