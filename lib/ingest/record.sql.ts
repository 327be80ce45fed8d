/**
 * The one statement of the hot path: a whole batch of deliveries, the events they announce, the identifiers found in
 * them and the order to process them, in one commit.
 *
 * - Bodies come as one binary value and are cut out here: an array of bytea would travel as hex text, at twice the size.
 * - Events are one per dedupe key and in key order, so that two processes lock rows in the same order.
 * - `DO UPDATE` rather than `DO NOTHING`, because it waits for and then returns an event that another transaction is
 *   just recording; a row that comes back with another id than was proposed is a repeat.
 * - Events are named by their position in the batch, so that their ids need not be repeated for each identifier.
 * - The order to process is one row that names the batch's new events. It is no queue job: adding one costs as much as
 *   four deliveries and takes the lock of NOTIFY for the whole commit. `wake.ts` adds that job afterwards.
 *
 * Answers the proposed and the actual id of every repeated event.
 */
export const RECORD_SQL = `
WITH proposed AS (
  SELECT * FROM unnest(
    $1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::int[], $8::text[],
    $9::timestamptz[], $10::timestamptz[], $11::timestamptz[], $12::text[], $13::text[], $14::jsonb[], $15::uuid[]
  ) WITH ORDINALITY AS t(id, source_id, provider, type, dedupe_key, first_delivery_id, delivery_count, verdict,
    occurred_at, received_at, last_received_at, subject_kind, subject_label, problems, store_id, position)
), event_rows AS (
  INSERT INTO event AS e (id, source_id, provider, type, dedupe_key, first_delivery_id, delivery_count, verdict,
    occurred_at, received_at, last_received_at, subject_kind, subject_label, problems)
  SELECT id, source_id, provider, type, dedupe_key, first_delivery_id, delivery_count, verdict,
    occurred_at, received_at, last_received_at, subject_kind, subject_label, problems FROM proposed
  ON CONFLICT (source_id, dedupe_key) DO UPDATE
    SET delivery_count = e.delivery_count + excluded.delivery_count,
        last_received_at = greatest(e.last_received_at, excluded.last_received_at)
  RETURNING e.id, e.source_id, e.dedupe_key
), resolved AS (
  SELECT p.position, p.id AS proposed_id, p.store_id, r.id FROM proposed p JOIN event_rows r USING (source_id, dedupe_key)
), identifiers AS (
  INSERT INTO event_identifier (event_id, store_id, scheme, value, issuer)
  SELECT r.id, r.store_id, i.scheme, i.value, i.issuer
  FROM unnest($16::int[], $17::text[], $18::text[], $19::text[]) AS i(position, scheme, value, issuer)
  JOIN resolved r ON r.position = i.position AND r.id = r.proposed_id
), deliveries AS (
  INSERT INTO delivery (id, source_id, event_id, received_at, path, headers, header_fingerprints, body, body_bytes,
    remote_address, verdict, reason, verdict_detail, status, claimed_type, claims)
  SELECT d.id, d.source_id, r.id, d.received_at, d.path, d.headers, d.header_fingerprints,
    substring($20::bytea FROM d.body_offset FOR d.stored_bytes), d.body_bytes,
    d.remote_address, d.verdict, d.reason, d.verdict_detail, d.status, d.claimed_type,
    CASE WHEN d.claims IS NULL THEN '{}' ELSE ARRAY(SELECT jsonb_array_elements_text(d.claims)) END
  FROM unnest(
    $21::uuid[], $22::uuid[], $23::int[], $24::timestamptz[], $25::text[], $26::text[], $27::jsonb[],
    $28::int[], $29::int[], $30::int[], $31::text[], $32::text[], $33::text[], $34::json[], $35::smallint[],
    $36::text[], $37::jsonb[]
  ) AS d(id, source_id, position, received_at, path, headers, header_fingerprints,
    body_offset, stored_bytes, body_bytes, remote_address, verdict, reason, verdict_detail, status,
    claimed_type, claims)
  LEFT JOIN resolved r ON r.position = d.position
), pending AS (
  INSERT INTO pending_batch (event_ids)
  SELECT array_agg(r.id) FROM resolved r WHERE r.id = r.proposed_id HAVING count(*) > 0
)
SELECT proposed_id, id FROM resolved WHERE id <> proposed_id`
