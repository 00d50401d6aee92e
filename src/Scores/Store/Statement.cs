using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ZcBench.Scores.Store;

/// <summary>
/// A statement that is prepared once and run many times, by SQLite's own calls: a command of the provider
/// makes a reader each time, which costs as much as the row.
/// </summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _prepared;

    /// <summary>A statement whose parameters are in the order of their values.</summary>
    /// <exception cref="SqliteException">SQLite refuses it.</exception>
    public Statement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        Require(raw.sqlite3_prepare_v2(_database, sql, out _prepared));
    }

    /// <summary>
    /// Runs it; the integer in the first column of the first row, null where there is no row.
    /// </summary>
    /// <param name="values">Texts, integers, numbers and nulls.</param>
    /// <exception cref="SqliteException">SQLite fails.</exception>
    public long? Run(params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            Require(Bind(i + 1, values[i]));
        }

        var result = raw.sqlite3_step(_prepared);
        long? first = result == raw.SQLITE_ROW ? raw.sqlite3_column_int64(_prepared, 0) : null;
        while (result == raw.SQLITE_ROW)
        {
            result = raw.sqlite3_step(_prepared);
        }

        // Gives the fault of the step again.
        Require(raw.sqlite3_reset(_prepared));
        return first;
    }

    /// <inheritdoc/>
    public void Dispose() => _prepared.Dispose();

    private int Bind(int place, object? value) =>
        value switch
        {
            null => raw.sqlite3_bind_null(_prepared, place),
            string text => raw.sqlite3_bind_text(_prepared, place, text),
            double number => raw.sqlite3_bind_double(_prepared, place, number),
            int number => raw.sqlite3_bind_int64(_prepared, place, number),
            long number => raw.sqlite3_bind_int64(_prepared, place, number),
            _ => throw new ArgumentException($"a column cannot hold {value.GetType()}", nameof(value)),
        };

    private void Require(int result) => SqliteException.ThrowExceptionForRC(result, _database);
}
