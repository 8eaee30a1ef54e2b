/** The token under which the address is provided by which people reach this service, without a trailing slash. */
export const PUBLIC_URL = 'public-url';
