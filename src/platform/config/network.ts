import { BlockList, isIP } from 'node:net';

type Network = { readonly address: string; readonly bits: number; readonly family: 'ipv4' | 'ipv6' };

function networkOf(text: string): Network | undefined {
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return undefined;
  const all = version === 4 ? 32 : 128;
  if (bits !== undefined && (!/^\d{1,3}$/.test(bits) || Number(bits) > all)) return undefined;
  return { address, bits: bits === undefined ? all : Number(bits), family: version === 4 ? 'ipv4' : 'ipv6' };
}

/** Whether a text is an IP address (`10.0.0.5`) or a network (`10.0.0.0/8`). */
export const isNetwork = (text: string): boolean => networkOf(text) !== undefined;

/**
 * @param networks addresses and networks
 * @returns whether an address lies in one of them; an IPv4 address in IPv6 form counts as IPv4
 * @throws RangeError when a text is no address and no network
 */
export function networkMatcher(networks: readonly string[]): (address: string) => boolean {
  const members = new BlockList();
  for (const text of networks) {
    const network = networkOf(text);
    if (!network) throw new RangeError(`not an address or network: ${text}`);
    members.addSubnet(network.address, network.bits, network.family);
  }
  return (address) => {
    const plain = plainAddress(address);
    const version = isIP(plain);
    return version !== 0 && members.check(plain, version === 4 ? 'ipv4' : 'ipv6');
  };
}

/** `::ffff:10.0.0.5` is `10.0.0.5`. */
export const plainAddress = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '');
