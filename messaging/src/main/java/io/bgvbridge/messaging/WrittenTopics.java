package io.bgvbridge.messaging;

import java.util.Map;

import org.apache.avro.Schema;

/**
 * The topics that a service writes; it is ready only once the registry has told the id of
 * each of their schemas.
 *
 * @param schemas the schemas by topic
 */
public record WrittenTopics(Map<String, Schema> schemas) {

}
