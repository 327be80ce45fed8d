-- AlterTable
ALTER TABLE "store" ADD COLUMN "timeline" JSONB;

-- CreateTable
CREATE TABLE "pending_join" (
    "id" BIGSERIAL NOT NULL,
    "event_ids" UUID[],

    CONSTRAINT "pending_join_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "entity" (
    "id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "merged_into" UUID,
    "state" TEXT,
    "providers" TEXT[],
    "fields" JSON NOT NULL,
    "first_at" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "last_type" TEXT NOT NULL,
    "mentions" INTEGER NOT NULL,
    "findings" TEXT[],
    "stuck_at" TIMESTAMPTZ(3),

    CONSTRAINT "entity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "naming" (
    "id" BIGSERIAL NOT NULL,
    "store_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "names" TEXT[] COLLATE "C",
    "first_at" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "mentions" INTEGER NOT NULL DEFAULT 0,
    "entity_id" UUID NOT NULL,

    CONSTRAINT "naming_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "naming_name" (
    "store_id" UUID NOT NULL,
    -- Compared byte by byte, so that names that begin alike are found by this key too.
    "name" TEXT COLLATE "C" NOT NULL,
    "naming_id" BIGINT NOT NULL,

    CONSTRAINT "naming_name_pkey" PRIMARY KEY ("store_id","name","naming_id")
);

-- CreateTable
CREATE TABLE "mention" (
    "naming_id" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "rank" SMALLINT NOT NULL,
    "tie" BIGINT NOT NULL,
    "event_id" UUID NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "provider" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "set" JSON,

    CONSTRAINT "mention_pkey" PRIMARY KEY ("naming_id","at","rank","tie","event_id")
);

-- CreateTable
CREATE TABLE "naming_tie" (
    "from_id" BIGINT NOT NULL,
    "relation" TEXT NOT NULL,
    "to_id" BIGINT NOT NULL,
    "event_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "naming_tie_pkey" PRIMARY KEY ("from_id","relation","to_id")
);

-- CreateTable
CREATE TABLE "identity_decision" (
    "id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "names" TEXT[] COLLATE "C",
    "others" TEXT[] COLLATE "C",
    "actor" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "identity_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rebuild" (
    "id" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'running',
    "actor" TEXT NOT NULL,
    "cursor" UUID,
    "total" INTEGER NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "rebuild_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "entity_store_id_kind_last_at_id_idx" ON "entity"("store_id", "kind", "last_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "naming_entity_id_idx" ON "naming"("entity_id");

-- CreateIndex
CREATE INDEX "mention_event_id_idx" ON "mention"("event_id");

-- CreateIndex
CREATE INDEX "naming_tie_to_id_relation_from_id_idx" ON "naming_tie"("to_id", "relation", "from_id");

-- CreateIndex
CREATE INDEX "identity_decision_store_id_kind_idx" ON "identity_decision"("store_id", "kind");

-- What stands is listed; what was joined into another only leads there.
CREATE INDEX "entity_standing_idx" ON "entity"("kind", "last_at" DESC, "id" DESC) WHERE "merged_into" IS NULL;
CREATE INDEX "entity_state_idx" ON "entity"("kind", "state", "last_at" DESC, "id" DESC) WHERE "merged_into" IS NULL;
-- Few have a finding, and those are asked for.
CREATE INDEX "entity_findings_idx" ON "entity"("kind", "last_at" DESC, "id" DESC)
  WHERE "merged_into" IS NULL AND "findings" <> '{}';
CREATE INDEX "entity_stuck_idx" ON "entity"("kind", "stuck_at") WHERE "merged_into" IS NULL AND "stuck_at" IS NOT NULL;
-- One rebuild at a time.
CREATE UNIQUE INDEX "rebuild_running_key" ON "rebuild"("status") WHERE "status" = 'running';
-- Rejected deliveries by what they claim to be about; there are few, within a quota.
CREATE INDEX "delivery_claims_idx" ON "delivery" USING gin ("claims") WHERE "verdict" = 'rejected';

-- What was recorded before there were timelines is put on them like anything new.
INSERT INTO "pending_join" ("event_ids")
SELECT array_agg("id" ORDER BY "id")
FROM (SELECT "id", (row_number() OVER (ORDER BY "id") - 1) / 200 AS batch FROM "event") AS e
GROUP BY batch ORDER BY batch;
-- Finds the naming with exactly these names. By hash, since a set of names may be longer than a key of a tree.
CREATE INDEX "naming_names_idx" ON "naming" USING hash ("names");
