/** Request headers that middleware.ts writes for the pages behind it, over whatever the client sent. */
export const requestIdHeader = 'x-request-id';
export const requestPathHeader = 'x-request-path';
export const nonceHeader = 'x-nonce';

/** Written by the process itself (peer-address.ts): the address at the other end of the socket. */
export const peerAddressHeader = 'x-peer-address';
