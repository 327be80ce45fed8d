import type { EntityKind } from './identifiers'
import type { FIELDS, RELATIONS, Scalar, SHAPES, STATES } from './vocabulary'

interface ScalarValues {
  text: string
  /** A number; text where it has more digits than a number keeps. */
  amount: number | string
  /** ISO 8601 in UTC. */
  moment: string
  phone: string
  email: string
  awb: string
  sku: string
}

type ShapeValue<S extends keyof typeof SHAPES> = {
  readonly [M in keyof (typeof SHAPES)[S]]?: (typeof SHAPES)[S][M] extends Scalar
    ? ScalarValues[(typeof SHAPES)[S][M]]
    : never
}

type FieldValue<K extends EntityKind, T> = T extends Scalar
  ? ScalarValues[T]
  : T extends 'state'
    ? StateWord<K>
    : T extends 'texts'
      ? readonly string[]
      : T extends { one: infer S extends keyof typeof SHAPES }
        ? ShapeValue<S>
        : T extends { list: infer S extends keyof typeof SHAPES }
          ? readonly ShapeValue<S>[]
          : never

export type StateWord<K extends EntityKind> = (typeof STATES)[K][number]

/** What is now so of a thing. A field that is absent was not spoken of; an empty list says that there is nothing. */
export type FactFields<K extends EntityKind> = {
  readonly [F in keyof (typeof FIELDS)[K]]?: FieldValue<K, (typeof FIELDS)[K][F]>
}

/** `names` are identifiers of one thing (`order_number:1001`): standing in one fact proves that they name the same. */
export type StateFact = {
  [K in EntityKind]: { fact: 'state'; kind: K; names: readonly string[]; set: FactFields<K> }
}[EntityKind]

type Values<T> = T[keyof T]

export type Relation = { [K in EntityKind]: Values<(typeof RELATIONS)[K]> }[EntityKind]

/** A thing by its names. */
export interface Named {
  kind: EntityKind
  names: readonly string[]
}

export interface RelationFact {
  fact: 'relation'
  relation: Relation
  from: Named
  to: Named
}

/**
 * What an event says, in no provider's words: "order 1001 is now packed", "AWB x belongs to order y". Nothing in it is
 * deduced from other events.
 */
export type Fact = StateFact | RelationFact
