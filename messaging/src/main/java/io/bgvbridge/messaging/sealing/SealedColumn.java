package io.bgvbridge.messaging.sealing;

/**
 * A column of the service's database that holds sealed bytes. Each such column is
 * declared as a bean, so that its rows follow when the primary key changes.
 *
 * @param table the table
 * @param id the table's primary key, one uuid column
 * @param column the column, whose value is null where nothing is kept
 * @param place the place that the bytes were sealed for; the row's id is the key there
 */
public record SealedColumn(String table, String id, String column, String place) {

}
