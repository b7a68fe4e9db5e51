import { controlFilter } from '../../input/control-filter.ts';
import type { ByteSink } from '../../input/decoding-sink.ts';
import type { FlagList } from '../../input/flag-list.ts';
import { xmlSink } from '../../input/xml-sink.ts';
import type { XmlHandlers } from '../../input/xml-sink.ts';

/** XML of test results, in which the output of the tests may hold control characters. */
export function resultsXmlSink(flags: FlagList, handlers: XmlHandlers): ByteSink {
  return controlFilter(xmlSink(handlers), () => flags.add('control-characters: XML allows none; they are read as question marks'));
}
