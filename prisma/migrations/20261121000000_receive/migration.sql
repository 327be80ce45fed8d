-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "role" AS ENUM ('viewer', 'operator', 'admin');

-- CreateTable
CREATE TABLE "store" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "store_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source" (
    "id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "tolerance_seconds" INTEGER NOT NULL DEFAULT 300,
    "max_body_bytes" INTEGER NOT NULL DEFAULT 262144,
    "rejected_status" INTEGER NOT NULL DEFAULT 401,
    "rejected_keep" INTEGER NOT NULL DEFAULT 10000,
    "rejected_dropped" BIGINT NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source_secret" (
    "id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "ciphertext" BYTEA NOT NULL,
    "hint" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "source_secret_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "event_id" UUID,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "path" TEXT NOT NULL,
    "headers" TEXT NOT NULL,
    "header_fingerprints" JSONB,
    "body" BYTEA NOT NULL,
    "body_bytes" INTEGER NOT NULL,
    "remote_address" TEXT,
    "verdict" TEXT NOT NULL,
    "reason" TEXT,
    "verdict_detail" JSON NOT NULL,
    "status" SMALLINT NOT NULL,
    "claimed_type" TEXT,
    "claims" TEXT[],

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "dedupe_key" TEXT NOT NULL,
    "first_delivery_id" UUID NOT NULL,
    "delivery_count" INTEGER NOT NULL DEFAULT 1,
    "verdict" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3),
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "last_received_at" TIMESTAMPTZ(3) NOT NULL,
    "subject_kind" TEXT,
    "subject_label" TEXT,
    "problems" JSONB,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_identifier" (
    "event_id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "scheme" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,

    CONSTRAINT "event_identifier_pkey" PRIMARY KEY ("store_id","scheme","value","event_id")
);

-- CreateTable
CREATE TABLE "pending_batch" (
    "id" BIGSERIAL NOT NULL,
    "event_ids" UUID[],

    CONSTRAINT "pending_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "refusal" (
    "key" TEXT NOT NULL,
    "count" BIGINT NOT NULL DEFAULT 0,
    "last_path" TEXT NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "refusal_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disabled_at" TIMESTAMPTZ(3),

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setup_link" (
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "setup_link_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "sign_in_failure" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "first_at" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_failure_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "api_token" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "detail" JSONB,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "store_name_key" ON "store"("name");

-- CreateIndex
CREATE UNIQUE INDEX "source_provider_slug_key" ON "source"("provider", "slug");

-- CreateIndex
CREATE INDEX "source_secret_source_id_idx" ON "source_secret"("source_id");

-- CreateIndex
CREATE INDEX "delivery_event_id_idx" ON "delivery"("event_id");

-- CreateIndex
CREATE INDEX "event_source_id_id_idx" ON "event"("source_id", "id");

-- CreateIndex
CREATE INDEX "event_type_id_idx" ON "event"("type", "id");

-- CreateIndex
CREATE UNIQUE INDEX "event_source_id_dedupe_key_key" ON "event"("source_id", "dedupe_key");

-- CreateIndex
CREATE INDEX "event_identifier_event_id_idx" ON "event_identifier"("event_id");

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_token_hash_key" ON "api_token"("token_hash");

-- CreateIndex
CREATE INDEX "audit_entry_target_id_idx" ON "audit_entry"("target", "id");

-- AddForeignKey
ALTER TABLE "source" ADD CONSTRAINT "source_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "store"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_secret" ADD CONSTRAINT "source_secret_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- These are compared, never sorted for people: byte order is the same everywhere and several times as quick as a locale's.
ALTER TABLE "event"
  ALTER COLUMN "provider" TYPE TEXT COLLATE "C", ALTER COLUMN "type" TYPE TEXT COLLATE "C",
  ALTER COLUMN "dedupe_key" TYPE TEXT COLLATE "C", ALTER COLUMN "verdict" TYPE TEXT COLLATE "C";
ALTER TABLE "event_identifier"
  ALTER COLUMN "scheme" TYPE TEXT COLLATE "C", ALTER COLUMN "value" TYPE TEXT COLLATE "C";

-- What came unchecked is rare and asked for; the other verdicts are common enough to be found without an index.
CREATE INDEX "event_unchecked_id_idx" ON "event"("id") WHERE "verdict" = 'unchecked';

-- Rejected deliveries stand in the event list and are trimmed to a quota, oldest first.
CREATE INDEX "delivery_rejected_id_idx" ON "delivery"("id") WHERE "event_id" IS NULL;
CREATE INDEX "delivery_rejected_source_id_idx" ON "delivery"("source_id", "id") WHERE "event_id" IS NULL;

-- Every process that verifies keeps the sources in memory; this tells it to read them again.
CREATE FUNCTION "notify_sources_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('jejak_sources', '');
  RETURN NULL;
END $$;
CREATE TRIGGER "source_changed" AFTER INSERT OR UPDATE OF "provider", "slug", "enabled", "tolerance_seconds", "max_body_bytes", "rejected_status", "rejected_keep" OR DELETE
  ON "source" FOR EACH STATEMENT EXECUTE FUNCTION "notify_sources_changed"();
CREATE TRIGGER "source_secret_changed" AFTER INSERT OR UPDATE OR DELETE
  ON "source_secret" FOR EACH STATEMENT EXECUTE FUNCTION "notify_sources_changed"();
