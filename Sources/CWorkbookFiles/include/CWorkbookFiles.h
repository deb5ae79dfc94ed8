#ifndef C_WORKBOOK_FILES_H
#define C_WORKBOOK_FILES_H

// The temporary files of libxlsxwriter, as the library takes them when a program defines `lxw_tmpfile`. Its own are
// wherever there is room for a name, and nobody asks whether what was written to them is there: a full disk cuts the
// sheets of a workbook short, and the library closes it without an error.
//
// These are in memory while they are small, then in a file without a name in the folder that the workbook names. A write
// that fails is remembered for the thread, which is the one that fills and closes the workbook.

/// The `errno` of the first write that failed on this thread since it was last asked, or 0.
int cwf_take_fault(void);

/// The `errno` that the library's last call has left, where it tells why a file could not be written, or 0.
int cwf_fault_of_last_call(void);

/// How many temporary files this thread has begun: 0 where the library does not take them from here.
long cwf_files_begun(void);

#endif
