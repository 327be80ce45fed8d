-- CreateTable
CREATE TABLE "destination" (
    "id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "providers" TEXT[],
    "source_ids" UUID[],
    "event_types" TEXT[],
    "headers" BYTEA,
    "header_names" TEXT[],
    "forward_headers" TEXT[],
    "timeout_ms" INTEGER NOT NULL,
    "rate_per_second" DOUBLE PRECISION,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "disabled_reason" TEXT,
    "secret" BYTEA NOT NULL,
    "secret_hint" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "destination_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "target" (
    "key" TEXT NOT NULL,
    "paused_at" TIMESTAMPTZ(3),
    "paused_by" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "opened_at" TIMESTAMPTZ(3),
    "probe_at" TIMESTAMPTZ(3),
    "probes" INTEGER NOT NULL DEFAULT 0,
    "wait_until" TIMESTAMPTZ(3),
    "next_slot_at" TIMESTAMPTZ(3),

    CONSTRAINT "target_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "run" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "copy_id" UUID,
    "target" TEXT NOT NULL,
    "handler" TEXT NOT NULL,
    "destination_id" UUID,
    "status" TEXT NOT NULL DEFAULT 'queued',
    "held" TEXT,
    "next_attempt_at" TIMESTAMPTZ(3),
    "slotted" BOOLEAN NOT NULL DEFAULT false,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "attempt_count" INTEGER NOT NULL DEFAULT 0,
    "current_attempt_id" UUID,
    "replay_id" UUID,
    "replay_actor" TEXT,
    "replay_reason" TEXT,
    "superseded_retry_at" TIMESTAMPTZ(3),
    "subject" TEXT,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "failure_group" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attempt" (
    "id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "target" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "trigger" TEXT NOT NULL,
    "replay_id" UUID,
    "actor" TEXT,
    "reason" TEXT,
    "superseded_retry_at" TIMESTAMPTZ(3),
    "worker" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "duration_ms" INTEGER,
    "outcome" TEXT,
    "result" TEXT,
    "error_name" TEXT,
    "error_message" TEXT,
    "error_stack" TEXT,
    "request" JSON,
    "response" JSON,
    "response_body" BYTEA,
    "response_truncated" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_copy" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "body" BYTEA NOT NULL,
    "actor" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "event_copy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "replay" (
    "id" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'running',
    "kind" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "reason" TEXT,
    "filter" JSONB,
    "handlers" TEXT[],
    "rate_per_second" DOUBLE PRECISION,
    "include_stale" BOOLEAN NOT NULL DEFAULT false,
    "total" INTEGER NOT NULL DEFAULT 0,
    "excluded" JSONB NOT NULL,
    "next_slot_at" TIMESTAMPTZ(3),
    "succeeded" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "cancelled" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "replay_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "replay_item" (
    "replay_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "run_id" UUID NOT NULL,
    "lane" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',

    CONSTRAINT "replay_item_pkey" PRIMARY KEY ("replay_id","position")
);

-- CreateTable
CREATE TABLE "worker" (
    "id" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "beat_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lock_ids" TEXT[],

    CONSTRAINT "worker_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "attempt_run_id_idx" ON "attempt"("run_id");

-- CreateIndex
CREATE INDEX "attempt_target_id_idx" ON "attempt"("target", "id");

-- CreateIndex
CREATE INDEX "event_copy_event_id_idx" ON "event_copy"("event_id");


-- A run is made once for each event, target and copy: the same batch processed twice changes nothing.
CREATE UNIQUE INDEX "run_event_target_copy_key" ON "run"("event_id", "target", "copy_id") NULLS NOT DISTINCT;

-- What is not settled is little and asked for often: by status, by target, by what failed alike.
CREATE INDEX "run_unsettled_idx" ON "run"("status", "event_id") WHERE "status" <> 'succeeded';
CREATE INDEX "run_target_unsettled_idx" ON "run"("target", "status", "next_attempt_at") WHERE "status" <> 'succeeded';
CREATE INDEX "run_failure_group_idx" ON "run"("failure_group", "event_id") WHERE "failure_group" IS NOT NULL;
CREATE INDEX "run_copy_idx" ON "run"("copy_id") WHERE "copy_id" IS NOT NULL;
-- Whether a later event of the same subject already succeeded in the same target.
CREATE INDEX "run_subject_idx" ON "run"("target", "subject", "occurred_at") WHERE "subject" IS NOT NULL;

CREATE UNIQUE INDEX "replay_item_run_key" ON "replay_item"("run_id", "replay_id");
CREATE INDEX "replay_item_state_idx" ON "replay_item"("replay_id", "state", "position");
