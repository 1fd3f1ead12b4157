import { BODIES, type Element, FOOTER, HEADER, type MessageType } from './dictionary.ts';
import { escapeAttribute } from './xml-element.ts';

export type Operation = {
  readonly name: string;
  readonly request: MessageType;
  readonly response: MessageType;
};
export type Service = {
  readonly namespace: string;
  /** Name of the port type; it is part of each action. */
  readonly interfaceName: string;
  /** Where the service answers. */
  readonly address: string;
  readonly operations: readonly Operation[];
};

const TYPES: Readonly<Record<string, string>> = {
  int: 'xs:integer',
  amount: 'xs:decimal',
  bool: 'xs:boolean',
  time: 'xs:dateTime',
  day: 'xs:date',
};

/**
 * The service described for programs that make their client from it: WSDL 1.1, document/literal wrapped, one port for
 * each version of SOAP at the same address. The messages and the order of their elements come from the dictionary.
 */
export function wsdl({ namespace, interfaceName, address, operations }: Service): string {
  const ns = escapeAttribute(namespace);
  const name = escapeAttribute(interfaceName);
  const messages = operations.flatMap(({ name: op }) => [
    `<wsdl:message name="${op}In"><wsdl:part name="parameters" element="tns:${op}"/></wsdl:message>`,
    `<wsdl:message name="${op}Out"><wsdl:part name="parameters" element="tns:${op}Response"/></wsdl:message>`,
  ]);
  const ports = operations.map(
    ({ name: op }) =>
      `<wsdl:operation name="${op}"><wsdl:input message="tns:${op}In"/><wsdl:output message="tns:${op}Out"/></wsdl:operation>`,
  );
  const bindings = [binding('Soap11', 'soap', operations, ns, name), binding('Soap12', 'soap12', operations, ns, name)];
  const places = [place('Soap11', 'soap', name, address), place('Soap12', 'soap12', name, address)];
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<wsdl:definitions name="${name}" targetNamespace="${ns}" xmlns:tns="${ns}"`,
    ' xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:xs="http://www.w3.org/2001/XMLSchema"',
    ' xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:soap12="http://schemas.xmlsoap.org/wsdl/soap12/">',
    `<wsdl:types>${schema(ns, operations)}</wsdl:types>`,
    ...messages,
    `<wsdl:portType name="${name}">${ports.join('')}</wsdl:portType>`,
    ...bindings,
    `<wsdl:service name="${name}Service">${places.join('')}</wsdl:service>`,
    '</wsdl:definitions>',
    '',
  ].join('\n');
}

function binding(suffix: string, prefix: string, operations: readonly Operation[], ns: string, port: string): string {
  const body = `<${prefix}:body use="literal"/>`;
  const all = operations.map(
    ({ name }) =>
      `<wsdl:operation name="${name}"><${prefix}:operation soapAction="${ns}${port}/${name}" style="document"/>` +
      `<wsdl:input>${body}</wsdl:input><wsdl:output>${body}</wsdl:output></wsdl:operation>`,
  );
  return (
    `<wsdl:binding name="${port}${suffix}" type="tns:${port}">` +
    `<${prefix}:binding transport="http://schemas.xmlsoap.org/soap/http" style="document"/>${all.join('')}</wsdl:binding>`
  );
}

const place = (suffix: string, prefix: string, port: string, address: string): string =>
  `<wsdl:port name="${port}${suffix}" binding="tns:${port}${suffix}">` +
  `<${prefix}:address location="${escapeAttribute(address)}"/></wsdl:port>`;

/** The operations' elements are in the service's namespace; the message in them and all that it holds are in none. */
function schema(ns: string, operations: readonly Operation[]): string {
  const elements = operations.map(
    ({ name, request, response }) =>
      `<xs:element name="${name}">${sequence(message(request))}</xs:element>` +
      `<xs:element name="${name}Response">${sequence(
        `<xs:element name="${name}Result" form="qualified">${sequence(message(response))}</xs:element>`,
      )}</xs:element>`,
  );
  return `<xs:schema targetNamespace="${ns}" elementFormDefault="unqualified">${elements.join('')}</xs:schema>`;
}

const sequence = (content: string): string => `<xs:complexType><xs:sequence>${content}</xs:sequence></xs:complexType>`;

const holder = (name: string, elements: readonly Element[], least: 0 | 1): string =>
  `<xs:element name="${name}" minOccurs="${least}">${sequence(elements.map(declare).join(''))}</xs:element>`;

const message = (type: MessageType): string =>
  `<xs:element name="MFEP">${sequence(
    holder('MsgHeader', HEADER, 1) + holder('MsgBody', BODIES[type].xml, 0) + holder('MsgFooter', FOOTER, 0),
  )}</xs:element>`;

function declare(element: Element): string {
  if (element.only === 'json') return '';
  if ('kind' in element) return scalar(element.name, element.kind, element.most);
  const { name, of, list } = element;
  const several = list === undefined ? '' : ' maxOccurs="unbounded"';
  const one = `<xs:element name="${name}" minOccurs="0"${several}>${sequence(of.map(declare).join(''))}</xs:element>`;
  return typeof list === 'object'
    ? `<xs:element name="${list.within}" minOccurs="0">${sequence(one)}</xs:element>`
    : one;
}

function scalar(name: string, kind: string, most: number | undefined): string {
  const type = TYPES[kind];
  if (type !== undefined) return `<xs:element name="${name}" minOccurs="0" type="${type}"/>`;
  if (most === undefined) return `<xs:element name="${name}" minOccurs="0" type="xs:string"/>`;
  const limit = `<xs:simpleType><xs:restriction base="xs:string"><xs:maxLength value="${most}"/></xs:restriction></xs:simpleType>`;
  return `<xs:element name="${name}" minOccurs="0">${limit}</xs:element>`;
}
