-- Which event types each provider has told a store of, and since when: nobody is waited for who never spoke, and no step is missed
-- that is not subscribed to.
CREATE TABLE "told_type" (
    "store_id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "first_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "told_type_pkey" PRIMARY KEY ("store_id","provider","type")
);

INSERT INTO "told_type" ("store_id", "provider", "type", "first_at")
SELECT s."store_id", e."provider", e."type", min(e."received_at")
FROM "event" e JOIN "source" s ON s."id" = e."source_id" GROUP BY 1, 2, 3;

-- The entity that a naming began with: where a link is undone, each part goes back under its own address.
ALTER TABLE "naming" ADD COLUMN "first_entity_id" UUID;
UPDATE "naming" SET "first_entity_id" = "entity_id";
ALTER TABLE "naming" ALTER COLUMN "first_entity_id" SET NOT NULL;

-- What tells of a thing, without the many times that it was only named.
CREATE INDEX "mention_told_idx" ON "mention"("naming_id", "at" DESC, "rank" DESC, "tie" DESC, "event_id" DESC)
  WHERE "set" IS NOT NULL OR "role" = 'subject';
