/**
 * The one statement of the hot path: a whole batch of deliveries, the events they announce, the identifiers found in
 * them and the order to process them, in one commit.
 *
 * - Bodies come as one binary value and are cut out here: an array of bytea would travel as hex text, at twice the size.
 * - Events are one per dedupe key and in key order, so that two processes lock rows in the same order.
 * - `DO UPDATE` rather than `DO NOTHING`, because it waits for and then returns an event that another transaction is
 *   just recording; a row that comes back with another id than was proposed is a repeat.
 * - An event's identifiers travel as one text, a line each: none of them holds a line end (isStorable).
 * - The order to process is one row that names the batch's new events. It is no queue job: adding one costs as much as
 *   four deliveries and takes the lock of NOTIFY for the whole commit. `wake.ts` adds that job afterwards.
 * - Events that were received again are to be joined again: their timelines tell how often they came.
 *
 * Answers the proposed and the actual id of every repeated event.
 */
export const RECORD_SQL = `
WITH proposed AS (
  SELECT * FROM unnest(
    $1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::int[], $8::text[],
    $9::timestamptz[], $10::timestamptz[], $11::timestamptz[], $12::text[], $13::text[], $14::jsonb[], $15::uuid[], $16::text[]
  ) WITH ORDINALITY AS t(id, source_id, provider, type, dedupe_key, first_delivery_id, delivery_count, verdict,
    occurred_at, received_at, last_received_at, subject_kind, subject_label, problems, store_id, names, position)
), event_rows AS (
  INSERT INTO event AS e (id, source_id, provider, type, dedupe_key, first_delivery_id, delivery_count, verdict,
    occurred_at, received_at, last_received_at, subject_kind, subject_label, problems, identifiers)
  SELECT id, source_id, provider, type, dedupe_key, first_delivery_id, delivery_count, verdict,
    occurred_at, received_at, last_received_at, subject_kind, subject_label, problems, string_to_array(names, E'\\n')
  FROM proposed
  ON CONFLICT (source_id, dedupe_key) DO UPDATE
    SET delivery_count = e.delivery_count + excluded.delivery_count,
        last_received_at = greatest(e.last_received_at, excluded.last_received_at)
  RETURNING e.id, e.source_id, e.dedupe_key
), resolved AS (
  SELECT p.position, p.id AS proposed_id, p.store_id, p.names, r.id FROM proposed p JOIN event_rows r USING (source_id, dedupe_key)
), identifiers AS (
  INSERT INTO event_identifier (key, event_id)
  SELECT identifier_key(r.store_id, name), r.id
  FROM resolved r, unnest(string_to_array(r.names, E'\\n')) AS name
  WHERE r.id = r.proposed_id
), deliveries AS (
  INSERT INTO delivery (id, source_id, event_id, received_at, path, headers, header_fingerprints, body, body_bytes,
    remote_address, verdict, reason, verdict_detail, status, claimed_type, claims)
  SELECT d.id, d.source_id, r.id, d.received_at, d.path, d.headers, d.header_fingerprints,
    substring($17::bytea FROM d.body_offset FOR d.stored_bytes), d.body_bytes,
    d.remote_address, d.verdict, d.reason, d.verdict_detail, d.status, d.claimed_type,
    CASE WHEN d.claims IS NULL THEN '{}' ELSE ARRAY(SELECT jsonb_array_elements_text(d.claims)) END
  FROM unnest(
    $18::uuid[], $19::uuid[], $20::int[], $21::timestamptz[], $22::text[], $23::text[], $24::jsonb[],
    $25::int[], $26::int[], $27::int[], $28::text[], $29::text[], $30::text[], $31::json[], $32::smallint[],
    $33::text[], $34::jsonb[]
  ) AS d(id, source_id, position, received_at, path, headers, header_fingerprints,
    body_offset, stored_bytes, body_bytes, remote_address, verdict, reason, verdict_detail, status,
    claimed_type, claims)
  LEFT JOIN resolved r ON r.position = d.position
), pending AS (
  INSERT INTO pending_batch (event_ids)
  SELECT array_agg(r.id) FROM resolved r WHERE r.id = r.proposed_id HAVING count(*) > 0
), received_again AS (
  INSERT INTO pending_join (event_ids)
  SELECT array_agg(r.id) FROM resolved r WHERE r.id <> r.proposed_id HAVING count(*) > 0
)
SELECT proposed_id, id FROM resolved WHERE id <> proposed_id`
