/**
 * Almanac as its users meet it: SQL with the extension loaded, over files on a disk, from the facts
 * that other implementations and the specifications state to what happens with damaged files.
 */
package dev.almanac.integration;
