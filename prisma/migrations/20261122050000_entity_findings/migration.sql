-- What each rule found, so that a list of it reads no more than its page. What time alone decides has a time instead, and with
-- it all that is asked of it.
CREATE INDEX "entity_missing_step_idx" ON "entity"("kind", "last_at" DESC, "id" DESC)
  WHERE "merged_into" IS NULL AND 'missing_step' = ANY("findings");
CREATE INDEX "entity_step_back_idx" ON "entity"("kind", "last_at" DESC, "id" DESC)
  WHERE "merged_into" IS NULL AND 'step_back' = ANY("findings");
CREATE INDEX "entity_conflict_idx" ON "entity"("kind", "last_at" DESC, "id" DESC)
  WHERE "merged_into" IS NULL AND 'conflict' = ANY("findings");
CREATE INDEX "entity_out_of_order_idx" ON "entity"("kind", "last_at" DESC, "id" DESC)
  WHERE "merged_into" IS NULL AND 'out_of_order' = ANY("findings");
CREATE INDEX "entity_late_arrival_idx" ON "entity"("kind", "last_at" DESC, "id" DESC)
  WHERE "merged_into" IS NULL AND 'late_arrival' = ANY("findings");
CREATE INDEX "entity_repeated_delivery_idx" ON "entity"("kind", "last_at" DESC, "id" DESC)
  WHERE "merged_into" IS NULL AND 'repeated_delivery' = ANY("findings");
CREATE INDEX "entity_stuck_last_idx" ON "entity"("kind", "last_at" DESC, "id" DESC) INCLUDE ("stuck_at", "store_id")
  WHERE "merged_into" IS NULL AND "stuck_at" IS NOT NULL;

-- There are few sets of providers: whom a provider has told of is found by those that it is in.
CREATE INDEX "entity_providers_idx" ON "entity"("kind", "providers", "last_at" DESC, "id" DESC) WHERE "merged_into" IS NULL;

-- Nothing asks for the entities of one store in this order.
DROP INDEX "entity_store_id_kind_last_at_id_idx";
