package dev.almanac.layout;

import java.util.List;

/**
 * What is read of a dataset, and why the rest is not. The order of the listing makes no difference.
 *
 * @param files what is read, by day, then by path
 * @param days each day of the range that the listing has, ascending
 * @param frames each frame of these days: by day, then by the path of what it is a frame of; the
 *     newest first
 * @param skipped files of these days that are not read although they are no control files, and
 *     files in no day at all
 */
public record Selection(
    List<DataFile> files, List<DayReport> days, List<FrameReport> frames, Skipped skipped) {}
