package io.bgvbridge.gateway.connection;

/**
 * Something that a provider needs of a candidate and Ashby's start does not carry.
 *
 * @param id its identity among the fields of a start
 * @param name what people see
 * @param type Ashby's type of field
 * @param required whether every candidate must have it
 */
public record NeededField(String id, String name, String type, boolean required) {

}
