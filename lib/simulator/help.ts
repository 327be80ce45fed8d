import { DEFAULT_SHARES } from './planned-delivery'

/** What `--help` prints. */
export function helpText(providerIds: readonly string[], defaultUrl: string): string {
  const { repeats, late, outOfOrder, badSignatures, broken } = DEFAULT_SHARES
  return `Sends the webhooks of a simulated shop to Jejak, signed as the providers sign them.

  npm run simulate -- --orders 50 --rate 20 --seed 7 --url ${defaultUrl}

  --orders N                  orders to simulate (50); each makes about 18 deliveries
  --rate N                    deliveries per second (20); 0 for as fast as possible
  --seed N                    the same seed makes the same events (1); another seed has other orders
  --now TIME                  when the simulated ten days end; by default the start of the present hour (UTC),
                              so that a second run within the hour sends the same events again
  --url URL                   where Jejak runs (${defaultUrl})
  --connections N             requests under way at once (8); with 1 they arrive in exactly the planned order
  --providers A,B             only these of ${providerIds.join(',')}
  --secret PROVIDER=VALUE     the provider's secret; by default <PROVIDER>_WEBHOOK_SECRET from the environment or .env
  --source PROVIDER=SLUG      send to this source of the provider instead of its default one

Shares of the events, 0 to 1:
  --repeats S                 sent a second time with the same bytes and id (${repeats})
  --late S                    held back for 1 to 36 simulated hours (${late})
  --out-of-order S            sent after the event that follows (${outOfOrder})
  --bad-signatures S          forged: signed with a wrong secret or not at all (${badSignatures})
  --broken S                  signed well but cut off, incomplete, of an unknown type or empty (${broken})

Ends with 0 where every genuine delivery was acknowledged, 1 where one was not, 2 for an option that cannot be used.`
}
