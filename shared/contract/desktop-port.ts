/**
 * The only words that pass between the page, the preload script and the main process outside the contract. The page asks
 * (it alone knows when it listens), the preload makes a channel, sends one end to main and hands the other to the page.
 */

/** The page to its preload script: I am listening, hand over a port. */
export const PORT_WANTED = 'goldthread:port-wanted';
/** The preload script to the page: the port travels with this message. */
export const PORT_HANDED_OVER = 'goldthread:port-handed-over';
/** The preload script to main, with the other end of the channel. */
export const CONNECT_CHANNEL = 'goldthread:connect';
