var datelineIndex = [
["e-001","Port authority builds the first pier","about 1931",0,0,0,"",4],
["e-002","Ferries cross the harbor","since 2019",1,0,0,"",3],
["e-003","Old harbor bridge closed","June 2023",0,1,0,"Harbor",1],
["e-004","Repairs of the harbor bridge","4–8 March 2024",0,0,0,"",3],
["e-005","Council votes on the harbor bridge","12 March 2024",3,1,1,"City council Town hall",0],
["e-006","Debate on tolls","12 March 2024",5,0,0,"",0],
["e-007","Clerk Ana Ruiz on the missing quorum","14 March 2024",6,2,0,"Ana Ruiz",0],
["e-008","Opponents \u003cb\u003emay\u003c/b\u003e go to court \u0026 appeal","April 2024",4,3,0,"",1],
];
