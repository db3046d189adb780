# The one place that says how to build, test and run.

MVN := mvn -B -ntp
JAVA := $(if $(JAVA_HOME),$(JAVA_HOME)/bin/java,java)
COMPOSE := $(shell docker compose version >/dev/null 2>&1 && echo docker compose || echo docker-compose)
# What `make up` starts besides what it needs; SERVICES="prometheus alertmanager postgres" leaves Grafana out.
SERVICES ?=
# DEMO=1 also feeds the sample company; REPLICATED=1 is three brokers and two of each service, with volumes of their own.
DEMO ?=
REPLICATED ?=
PROJECT := $(if $(REPLICATED),cultivar-replicated,cultivar)
STACK := $(COMPOSE) -p $(PROJECT) -f docker-compose.yml $(if $(REPLICATED),-f docker-compose.replicated.yml) $(if $(DEMO),--profile demo)
# An invented company has nobody to protect: its last figures are shown at once, not held back for a week.
$(if $(DEMO),$(eval export CULTIVAR_HOLD_BACK_HOURS=0))
STACK_PATIENCE_SECONDS ?= 300
# Further options of the demo, such as ARGS="--port 9080".
ARGS ?=

.DEFAULT_GOAL := help
# Where this file is: what is made is put where make is called.
HERE := $(dir $(abspath $(firstword $(MAKEFILE_LIST))))
# Of an access key.
NAME ?=
ROLE ?=
.PHONY: help demo test soak chaos build quick golden format bench mutation env key up down logs clean check-tools

help: ## This list
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: package ## Start everything in one process, with a sample company (Ctrl-C ends it)
	@"$(JAVA)" -jar local/target/cultivar.jar demo $(ARGS)

test: check-tools ## Build strictly and run all tests
	$(MVN) verify

soak: check-tools ## Many more event sets, kills, and 100,000 people (three quarters of an hour)
	$(MVN) -Dquick -Psoak -pl local -am verify -Dtest='EvaluateAgreementTest,BatchAgreementTest,FoldAgreementTest,AlwaysValidSimulationTest,PreTrendSimulationTest' -Dsurefire.failIfNoSpecifiedTests=false \
	  -Dit.test='SoakIT,KilledEvaluateIT' -Dfailsafe.failIfNoSpecifiedTests=false

chaos: bills ## Kill every container of the stack, and of the one with three brokers, while events come in (20 minutes)
	REQUIRE_DOCKER=true $(MVN) -Dquick -Psoak -pl local -am verify -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false \
	  -Dit.test=ComposeStackIT -Dfailsafe.failIfNoSpecifiedTests=false

build: check-tools ## Build everything strictly, without running tests
	$(MVN) -q -DskipTests package

quick: check-tools ## Compile and run the unit tests, without the static analysis
	$(MVN) -q -Dquick test

golden: check-tools ## Write the golden answer and the schema of evaluate anew, from what the code gives now
	$(MVN) -q -Dquick -pl local -am test -Dtest='NswAnswerTest,AnswerSchemaTest' -Dsurefire.failIfNoSpecifiedTests=false \
	  -Dcultivar.golden=write

format: check-tools ## Format all Java sources
	$(MVN) -q spotless:apply

bench: check-tools ## How long answers take, and how large a snapshot is (on a machine that does nothing else)
	$(MVN) -q -Dquick -pl metrics-api -am test -Dtest=RestBenchmark -Dsurefire.failIfNoSpecifiedTests=false -DargLine=

mutation: check-tools ## Mutate the evaluation and see whether its tests notice
	$(MVN) -q -Dquick -pl evaluation -am -DskipTests test-compile
	$(MVN) -pl evaluation org.pitest:pitest-maven:mutationCoverage

# What is there stays: only missing secrets are added.
env: ## Write .env and .secrets with fresh secrets, or add those that are lacking
	@umask 077; touch .env; [ -z "$$(tail -c 1 .env)" ] || echo >> .env; \
	secret() { head -c "$$1" /dev/urandom | base64 | tr -d '\n'; }; \
	add() { grep -q "^$$1=." .env || { echo "$$1=$$2" >> .env; echo "added a fresh $$1 to .env"; }; }; \
	grep -q '^CULTIVAR_PSEUDONYM_KEY=.' .env || echo "keep .env: the same employees need the same key"; \
	add CULTIVAR_PSEUDONYM_KEY "$$(secret 32)"; \
	for name in GRAFANA_ADMIN_PASSWORD POSTGRES_PASSWORD GRAFANA_READER_PASSWORD; do \
	  add $$name "$$(secret 18 | tr '+/' '-_')"; \
	done; \
	add CULTIVAR_SESSION_SECRET "$$(secret 32)"; \
	if ! [ -s .secrets/access-keys ]; then \
	  key=$$("$(HERE)docker/new-key" admin admin) || exit; \
	  echo "the key of admin, shown only now, to sign in with: $$key"; \
	fi; \
	if ! [ -s .secrets/scrape-key ]; then \
	  key=$$("$(HERE)docker/new-key" prometheus scrape) || exit; \
	  echo "$$key" > .secrets/scrape-key && chmod 644 .secrets/scrape-key; \
	fi

key: ## Make an access key for somebody: NAME=anna ROLE=leader (or analyst, admin); it is shown once
	@"$(HERE)docker/new-key" '$(NAME)' '$(ROLE)'
	@echo "metrics-api knows it after: $(COMPOSE) -p $(PROJECT) restart metrics-api$(if $(REPLICATED), metrics-api-2)" >&2

# How a sample of an earlier time ended is nothing to a stack without it. All images come first: for streams-2, which has the image
# that streams builds, docker-compose 1.29 would ask a registry if it came to it before streams.
up: package bills env ## Start the whole stack in containers; waits until all is healthy (DEMO=1 feeds a sample, REPLICATED=1)
	$(if $(DEMO),,$(STACK) --profile demo rm -f sample)
	$(STACK) build
	$(STACK) up -d $(SERVICES) $(if $(and $(DEMO),$(SERVICES)),sample)
	@docker/await-healthy $(STACK_PATIENCE_SECONDS) $(STACK)
	@echo "Results http://localhost:8080 (with a key: make key), events to http://localhost:8081, Grafana http://localhost:3000 (admin, password in .env)"

down: ## Stop the containers; what they keep stays
	$(STACK) --profile demo down --remove-orphans

logs: ## Follow what the containers say
	$(STACK) logs -f --tail 100

clean: check-tools ## Remove everything that was built
	$(MVN) -q clean

.PHONY: package
package: check-tools
	@echo "building ..."
	@$(MVN) -q -Dquick -DskipTests package

# An image without it would have to be built by leaving it out in silence.
.PHONY: bills
bills: package
	@for service in ingest streams metrics-api; do \
	  [ -f $$service/target/distribution/sbom.json ] || { echo "$$service has no bill of materials (sbom.json), because Maven is\
	 offline, and what writes it works online only. Run make build once online; what is there is kept until make clean." >&2; exit 1; }; \
	done

# One clear line where a tool is missing or too old.
check-tools:
	@"$(JAVA)" -version >/dev/null 2>&1 \
	  || { echo "JDK 17 or newer is needed, but $(JAVA) cannot be run." >&2; exit 1; }
	@v=$$("$(JAVA)" -XshowSettings:properties -version 2>&1 | awk '$$1 == "java.specification.version" {print $$3}'); \
	[ "$${v%%.*}" -ge 17 ] || { echo "JDK 17 or newer is needed, but $(JAVA) is $$v." >&2; exit 1; }
	@"$(JAVA)c" -version >/dev/null 2>&1 \
	  || { echo "JDK 17 or newer is needed, but $(JAVA) is without its compiler $(JAVA)c." >&2; exit 1; }
	@command -v mvn >/dev/null \
	  || { echo "Maven 3.8 or newer is needed, but there is no mvn on the path." >&2; exit 1; }
	@v=$$(mvn -v | sed -n 's/.*Apache Maven \([0-9]*\.[0-9]*\).*/\1/p'); \
	printf '3.8\n%s\n' "$$v" | sort -V -C \
	  || { echo "Maven 3.8 or newer is needed, but mvn is $$v." >&2; exit 1; }
