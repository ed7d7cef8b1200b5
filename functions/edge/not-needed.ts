/**
 * Takes the place of what the SDK imports only in browsers or for event streams (docs/adr/0006). We use neither; if ever
 * we do, what is asked for is not there.
 */
export {};
