import { queryOptions } from '@tanstack/react-query'
import { fetchJson } from '@/lib/client/fetch-json'
import type { CreateUser, Setup, UpdateUser, UserItem, UserList } from './schemas'

/** Everybody who may sign in. */
export function usersOptions() {
  return queryOptions({
    queryKey: ['users'],
    queryFn: ({ signal }) => fetchJson<UserList>('/api/v1/users', { signal }),
  })
}

/** Adds a person. Throws ApiProblem, with `fields` where a field is at fault. */
export function createUser(user: CreateUser): Promise<UserItem> {
  return fetchJson('/api/v1/users', { send: user })
}

/** Changes what is named. Throws ApiProblem. */
export function updateUser(id: string, change: UpdateUser): Promise<UserItem> {
  return fetchJson(`/api/v1/users/${id}`, { method: 'PATCH', send: change })
}

/** Makes the first admin with the token of a set-up link. Throws ApiProblem. */
export function setUp(setup: Setup): Promise<unknown> {
  return fetchJson('/api/v1/setup', { send: setup })
}
