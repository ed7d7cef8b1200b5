import { fromEnv } from "@aws-sdk/credential-provider-env";

/**
 * Where a function's AWS clients have their credentials from: the environment, the one place where Lambda puts them.
 * It takes the place of `@aws-sdk/credential-provider-node` in bundles (docs/adr/0006), by the name that clients call.
 */
export const defaultProvider = () => fromEnv();
