package dev.almanac.ui.page;

/**
 * Who uses a session by Spark Connect.
 *
 * @param user as the client names itself
 * @param session the session's id as the client knows it, and as Spark's tab Connect shows it
 */
public record ConnectClient(String user, String session) {}
