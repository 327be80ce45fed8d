-- Finds any three or more characters of a text. A trusted extension: whoever may create tables here may create it.
CREATE EXTENSION IF NOT EXISTS "pg_trgm";

-- What the body of an event, or of a rejected delivery, holds: lib/search/index/content.ts. Written by the worker, behind recording.
CREATE TABLE "search_entry" (
    "id" UUID NOT NULL,
    -- In the order of indexing, which is also that of commits: one worker at a time indexes.
    "seq" BIGINT GENERATED ALWAYS AS IDENTITY,
    "text" TEXT COLLATE "C" NOT NULL,
    "doc" JSONB,

    CONSTRAINT "search_entry_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "search_entry_seq_key" ON "search_entry"("seq");
CREATE INDEX "search_entry_text_idx" ON "search_entry" USING gin ("text" gin_trgm_ops) WITH (gin_pending_list_limit = 2048);
CREATE INDEX "search_entry_doc_idx" ON "search_entry" USING gin ("doc" jsonb_path_ops) WITH (gin_pending_list_limit = 1024);
ALTER TABLE "search_entry" SET (autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 50000);

-- Events and rejected deliveries that wait to be indexed.
CREATE TABLE "pending_index" (
    "id" BIGSERIAL NOT NULL,
    "ids" UUID[] NOT NULL,

    CONSTRAINT "pending_index_pkey" PRIMARY KEY ("id")
);

-- What was recorded before is indexed like anything new. The worker takes the last row first: the newest.
INSERT INTO "pending_index" ("ids")
SELECT array_agg("id" ORDER BY "id" DESC)
FROM (
  SELECT "id", (row_number() OVER (ORDER BY "id" DESC) - 1) / 200 AS batch
  FROM (SELECT "id" FROM "event" UNION ALL SELECT "id" FROM "delivery" WHERE "event_id" IS NULL) AS items
) AS numbered
GROUP BY batch ORDER BY batch DESC;

-- One event in 16, and one in 256, without favour: the last bits of an id are random. Estimates are made of these.
CREATE INDEX "event_sample_16_idx" ON "event"("id") WHERE get_byte(uuid_send("id"), 15) & 15 = 0;
CREATE INDEX "event_sample_256_idx" ON "event"("id") WHERE get_byte(uuid_send("id"), 15) = 0;

-- A search that people keep, each their own or for all.
CREATE TABLE "saved_view" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "columns" TEXT[],
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "pinned" BOOLEAN NOT NULL DEFAULT true,
    "owner_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "saved_view_owner_id_idx" ON "saved_view"("owner_id");
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
