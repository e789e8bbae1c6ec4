/** Bundles the app, the command line and the functions into `dist/`. */
export default function buildAll(options?: { readonly forReview?: boolean }): Promise<void>;
