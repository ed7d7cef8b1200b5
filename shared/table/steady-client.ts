/** Settings of a client that works out once what a kind of call passes through: a twelfth of a call's processor. */
export const steadyClient = { cacheMiddleware: true } as const;
