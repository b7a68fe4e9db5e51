/** GitHub lists at most so many files of a comparison and does not say that it left some out. */
export const listedFiles = 300;
