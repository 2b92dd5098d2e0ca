/**
 * What any store must do, as contracts that every store's test runs: on the disk, and over the wire
 * with the official clients.
 */
package dev.almanac.stores;
